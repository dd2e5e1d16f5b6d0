import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { objectNamed } from '#platform/fields';
import { forgetAccess } from '#platform/operations';
import { customFieldsOf, defineKind, type RecordDraft } from '#platform/records';
import { nearest } from '#platform/text';
import { territory } from './fields.ts';
import { parsedJson, refuseStrangers, storedTeam, teamSchema } from './team.ts';

const matchSchema = z.record(z.string().max(80), z.array(z.string().trim().min(1).max(255)).min(1).max(2000));

async function checkMatch(context: Context, { set }: RecordDraft): Promise<void> {
  if (set.match === undefined || set.match === null) return;
  const match = parsedJson(matchSchema, set.match, 'match');
  const lead = objectNamed('lead');
  const known = new Set([...lead.fields.keys(), ...(await customFieldsOf(context, lead)).keys()]);
  for (const name of Object.keys(match)) {
    if (known.has(name)) continue;
    const near = nearest(name, known);
    throw new Problem('unknown_field', {
      detail: `A lead has no field '${name}'.${near ? ` Did you mean '${near}'?` : ''}`,
    });
  }
  set.match = match;
}

async function checkTeam(context: Context, { set }: RecordDraft): Promise<void> {
  if (set.team === undefined || set.team === null) return;
  const { members } = parsedJson(z.strictObject({ members: teamSchema }), set.team, 'team');
  await refuseStrangers(
    context,
    members.map(({ userId }) => userId),
    'team.members',
  );
  set.team = { members: storedTeam(members) };
}

/** What is special about territories: the fields that they go by exist, and so do the people in them. */
defineKind({
  object: territory,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      await checkMatch(context, draft);
      await checkTeam(context, draft);
    }
  },
  async afterWrite(context) {
    context.tx.afterCommit(() => forgetAccess(context.ports));
  },
});
