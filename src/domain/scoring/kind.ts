import './events.ts';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineKind, type WrittenRecord } from '#platform/records';
import { scoringModel } from './fields.ts';
import { defaultScoringModel } from './rules/default-model.ts';
import type { ScoringModel } from './rules/model.ts';
import { changedSections } from './rules/sections.ts';
import { scheduleRescore } from './schedule.ts';
import { keepVersions } from './store/model-versions.ts';
import { nameTaken } from './store/models.ts';

/** Has everybody scored anew when what scores are made by is another now; where no model is in use, it is the shipped one. */
function apply(context: Context, written: readonly WrittenRecord[]): void {
  const inUse = written.find(({ after, changed }) => after.active && (changed.has('config') || changed.has('active')));
  const gone = written.find(({ before, after }) => before?.active && !after.active);
  const one = inUse ?? gone;
  if (!one) return;
  const last = gone ?? (inUse?.before?.active ? inUse : undefined);
  const sections = changedSections(
    (last?.before?.config ?? defaultScoringModel) as ScoringModel,
    (inUse?.after.config ?? defaultScoringModel) as ScoringModel,
  );
  if (sections.length === 0) return;
  scheduleRescore(context);
  context.unfinished();
  context.emit({ type: 'scoring.model.applied', object: scoringModel.name, recordIds: [one.id], data: { sections } });
}

/** What is special about scoring models: one is in use at most, every version is kept, names are unique. */
defineKind({
  object: scoringModel,
  async prepare(context, drafts) {
    for (const { id, set, before } of drafts) {
      if (set.deletedAt && before?.active) set.active = false;
      const name = set.name as string | undefined;
      if (name !== undefined && name !== before?.name && (await nameTaken(context.tx, name, id)))
        throw new Problem('already_known', {
          detail: `There is a scoring model called “${name}” already, perhaps a deleted one. Choose another name.`,
          mistakes: [{ path: 'name', message: 'is taken' }],
        });
    }
  },
  async afterWrite(context, written) {
    // The first version is kept by who creates it: a new record may not be there yet while this is sent.
    const changed = written.filter((one) => one.before && one.changed.has('config')).map(({ id }) => id);
    await keepVersions(context.tx, changed);
    apply(context, written);
  },
});
