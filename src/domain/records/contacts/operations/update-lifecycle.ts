import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { lifecycleUpdated } from '../events.ts';
import { type Lifecycle, lifecycleSchema } from '../rules/lifecycle.ts';
import { contactsInStages, keptLifecycle, storeLifecycle } from '../store/lifecycle.ts';

export const updateLifecycle = defineOperation({
  name: 'contacts.lifecycle.update',
  summary: 'Sets the stages of life that contacts come through; without stages, the shipped ones.',
  kind: 'write',
  permission: 'contacts:configure',
  // A stage goes only when nobody stands in it, whoever sees them.
  reach: 'workspace',
  route: { method: 'PUT', path: '/contacts/lifecycle' },
  input: lifecycleSchema,
  problems: ['version_changed', 'conflict'],
  output: lifecycleSchema,
  async run(context, lifecycle) {
    const kept = await keptLifecycle(context.sql);
    if (context.expectedVersion !== undefined && context.expectedVersion !== kept.version)
      throw new Problem('version_changed', {
        detail: `The stages of life are at version ${kept.version} and you have seen version ${context.expectedVersion}. Read them again, then repeat your change.`,
      });
    if (isDeepStrictEqual(kept.lifecycle, lifecycle)) return new RecordAnswer(JSON.stringify(lifecycle), kept.version);
    await refuseLosingContacts(context, kept.lifecycle, lifecycle);
    const version = await storeLifecycle(context, lifecycle, kept.version);
    if (version === undefined)
      throw new Problem('conflict', { detail: 'Somebody else changed these stages at the same moment. Try again.' });
    context.emit({ type: lifecycleUpdated.type, data: { stages: lifecycle.stages.map(({ name }) => name) } });
    return new RecordAnswer(JSON.stringify(lifecycle), version);
  },
});

/** A stage cannot go while contacts stand in it. */
async function refuseLosingContacts(context: Context, before: Lifecycle, after: Lifecycle): Promise<void> {
  const left = new Set(after.stages.map(({ name }) => name));
  const lost = before.stages.filter(({ name }) => !left.has(name));
  const counts = await contactsInStages(
    context.sql,
    lost.map(({ name }) => name),
  );
  const stage = lost.find(({ name }) => counts.has(name));
  if (!stage) return;
  throw new Problem('conflict', {
    detail: `${counts.get(stage.name)} contacts stand in the stage '${stage.label}', deleted ones counted in. Move them to another one first (POST /contacts/bulk-update), then take it out.`,
    mistakes: [{ path: 'stages', message: `'${stage.label}' is in use` }],
  });
}
