import '../events.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { type ScoringModel, scoringModelSchema } from '../rules/model.ts';
import { scheduleRescore } from '../schedule.ts';
import { type ActiveModel, activeModel, storeModel } from '../store/models.ts';

export const updateModel = defineOperation({
  name: 'scoring.model.update',
  summary:
    'Changes the scoring model and scores all contacts by it; a section that is left out becomes the shipped one.',
  kind: 'write',
  permission: 'scoring:write',
  route: { method: 'PUT', path: '/scoring/model' },
  input: scoringModelSchema,
  problems: ['version_changed', 'conflict'],
  async run(context, model) {
    const active = await activeModel(context);
    refuseOldVersion(active, context.expectedVersion);
    const sections = changedSections(active.model, model);
    const version = sections.length === 0 ? active.version : await stored(context, model, active.version);
    if (sections.length > 0) {
      scheduleRescore(context);
      context.unfinished();
      context.emit({ type: 'scoring.model.updated', data: { version, sections } });
    }
    return new RecordAnswer(JSON.stringify(model), version);
  },
});

function changedSections(before: ScoringModel, after: ScoringModel): string[] {
  const sections = Object.keys(after) as (keyof ScoringModel)[];
  // As JSON, since a key that is undefined is the same as one that is not there.
  const plain = (section: unknown) => JSON.parse(JSON.stringify(section)) as unknown;
  return sections.filter((name) => !isDeepStrictEqual(plain(before[name]), plain(after[name])));
}

function refuseOldVersion({ version }: ActiveModel, seen: number | undefined): void {
  if (seen === undefined || seen === version) return;
  throw new Problem('version_changed', {
    detail: `The scoring model is at version ${version} and you have seen version ${seen}. Read it again, then repeat your change.`,
  });
}

async function stored(context: Context, model: ScoringModel, seenVersion: number): Promise<number> {
  const version = await storeModel(context, model, seenVersion);
  if (version !== undefined) return version;
  throw new Problem('conflict', { detail: 'Somebody else changed the scoring model at the same moment. Try again.' });
}
