import './kind.ts';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { missing } from '#platform/operations';
import { createRecords, updateRecords } from '#platform/records';
import { scoringModel } from './fields.ts';
import type { ScoringModel } from './rules/model.ts';
import { keepShipped, keepVersions } from './store/model-versions.ts';
import { activeModel, holdModels, modelById, nameTaken, type StoredModel } from './store/models.ts';

const shippedName = 'Scoring model';

/** A model by its id. Errors: `not_found`. */
export async function modelNamed(context: Context, id: string): Promise<StoredModel> {
  const found = await modelById(context.sql, id);
  if (!found) throw missing(scoringModel.name, id);
  return found;
}

/** Changes the model in use; the shipped one is written down then, and stays as version 0. */
export async function writeActiveConfig(context: Context, config: ScoringModel): Promise<void> {
  const { id, model } = await activeModel(context);
  if (id) return writeConfig(context, id, config);
  const name = await freeName(context);
  const madeId = await addModel(context, { name, config, active: true });
  keepShipped(context.tx, madeId, model, context.now);
}

/** Writes a new model and keeps its first version. Answers its id. */
export async function addModel(context: Context, values: Values): Promise<string> {
  const [made] = await createRecords(context, scoringModel, [values]);
  const id = made?.id ?? '';
  await keepVersions(context.tx, [id]);
  return id;
}

/** A deleted model keeps its name. */
async function freeName(context: Context): Promise<string> {
  const id = context.ports.ids.next();
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? shippedName : `${shippedName} ${nth}`;
    if (!(await nameTaken(context.tx, name, id))) return name;
  }
}

/** Puts a model into use, and the one that was out of it, as one change. */
export async function putIntoUse(context: Context, id: string): Promise<void> {
  await holdModels(context.tx);
  const { id: before } = await activeModel(context);
  if (before === id) return;
  await updateRecords(context, scoringModel, [
    ...(before ? [{ id: before, set: { active: false } }] : []),
    { id, set: { active: true }, expectedVersion: context.expectedVersion },
  ]);
}

/** Writes another config of a model. Errors: `version_changed`. */
export async function writeConfig(
  context: Context,
  id: string,
  config: ScoringModel,
  expectedVersion?: number,
): Promise<void> {
  await updateRecords(context, scoringModel, [{ id, set: { config }, expectedVersion }]);
}

/** Throws when the config of the model in use is to be changed as if it were a draft. */
export function refuseInUse({ active }: StoredModel): void {
  if (!active) return;
  throw new Problem('conflict', {
    detail:
      'Scores are made by this model. Copy it, change the copy, look at its preview and put it into use; or change it at once by PUT /scoring/model.',
  });
}
