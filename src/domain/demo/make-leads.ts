import { type LeadExtra, lead } from '#domain/records/leads';
import type { Context } from '#platform/context';
import { createRecords } from '#platform/records';
import type { Cast } from './cast.ts';
import { type DemoLead, leadsOf } from './rules/leads.ts';
import { leadValues, type TaskBelongings } from './rules/values.ts';
import type { Demo } from './store/demos.ts';

/** A lead of the demo with whom it is about. */
interface MadeLead {
  lead: DemoLead;
  about: TaskBelongings;
}

/** The interests that these people have shown; the rules of the workspace are not asked who gets them. */
export async function makeLeads(
  context: Context,
  { seed, madeFor, ownerId }: Demo,
  cast: Cast,
): Promise<{ ids: string[]; made: MadeLead[] }> {
  const some = leadsOf(cast.people, seed, madeFor).flatMap((one) => {
    const member = cast.member(one.contactIndex);
    return member ? [{ one, member }] : [];
  });
  const sets = some.map(({ one, member: { person, ...belongings } }) =>
    leadValues(one, { ...belongings, contact: person, ownerId, now: madeFor }),
  );
  const extras = sets.map((): LeadExtra => ({ route: 'no' }));
  const ids = (await createRecords(context, lead, sets, { extras })).map(({ id }) => id);
  const made = some.map(({ one, member: { contactId, accountId } }, at) => ({
    lead: one,
    about: { contactId, accountId, ownerId, leadId: ids[at] ?? '' },
  }));
  return { ids, made };
}
