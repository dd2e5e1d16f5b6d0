import { defineHandler } from '#platform/events';
import { scheduleRegrading } from '../schedule.ts';
import { shownScores } from '../shown-scores.ts';
import { contactsOfLeads, setLeadScores } from '../store/leads.ts';

/** Keeps the scores that leads show in step with those of their contacts. */
export const mirrorScores = defineHandler({
  name: 'leads.mirror-scores',
  summary: 'Gives leads the score, tier and grade that their contacts have now.',
  // A lead that is created while its contact is being scored may have read the score from before.
  on: ['crm.contact.scored', 'crm.lead.created', 'crm.lead.restored', 'scoring.model.applied'],
  async run(context, events) {
    const leadIds = new Set<string>();
    const contactIds = new Set<string>();
    for (const event of events) {
      if (event.type === 'scoring.model.applied') scheduleRegrading(context);
      else for (const id of event.recordIds) (event.object === 'lead' ? leadIds : contactIds).add(id);
    }
    const ofLeads = leadIds.size > 0 ? await contactsOfLeads(context.tx, [...leadIds]) : new Map<string, string>();
    const ids = [...new Set([...contactIds, ...ofLeads.values()])].sort();
    await setLeadScores(context.tx, [...(await shownScores(context, ids)).values()]);
  },
});
