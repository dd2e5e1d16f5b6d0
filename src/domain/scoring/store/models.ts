import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import { defaultScoringModel } from '../rules/default-model.ts';
import { type ScoringModel, scoringModelSchema } from '../rules/model.ts';

export interface ActiveModel {
  /** 0 as long as it is the shipped one. */
  version: number;
  model: ScoringModel;
}

interface Known extends ActiveModel {
  id: string;
}

const shipped: ActiveModel = { version: 0, model: defaultScoringModel };
const mostKnown = 1000;
/** By workspace. A model is compiled once an object, so an unchanged one must stay the same object. */
const known = new Map<string, Known>();

/** The active model of the workspace; the shipped one where there is none. */
export async function activeModel(context: Pick<Context, 'workspaceId'> & { sql: Sql }): Promise<ActiveModel> {
  const before = known.get(context.workspaceId);
  const row = await context.sql.first<{
    id: string;
    version: number;
    config: unknown;
  }>(sql`select id, version, case when id = ${before?.id ?? null}::uuid and version = ${before?.version ?? -1}::int8 then null else config end as config
    from scoring_models where workspace_id = kith.workspace_id() and is_active`);
  if (!row) return shipped;
  if (row.config === null && before) return before;
  const active = { id: row.id, version: row.version, model: scoringModelSchema.parse(row.config) };
  if (known.size >= mostKnown) known.clear();
  known.set(context.workspaceId, active);
  return active;
}

/** Makes a model the active one. Answers its version, or undefined when the version that was seen is not the latest any more. */
export async function storeModel(
  context: Context,
  model: ScoringModel,
  seenVersion: number,
): Promise<number | undefined> {
  const config = JSON.stringify(model);
  const { id, now } = { id: context.ports.ids.next(), now: context.now };
  const query =
    seenVersion === 0
      ? sql<{
          version: number;
        }>`insert into scoring_models (id, name, config, is_active, created_at, updated_at, created_by, updated_by)
          values (${id}, 'Scoring model', ${config}::jsonb, true, ${now}, ${now}, ${context.actor.id}, ${context.actor.id})
          on conflict do nothing returning version`
      : sql<{
          version: number;
        }>`update scoring_models set config = ${config}::jsonb, version = version + 1, updated_at = ${now}, updated_by = ${context.actor.id}
          where workspace_id = kith.workspace_id() and is_active and version = ${seenVersion} returning version`;
  return (await context.tx.first<{ version: number }>(query))?.version;
}
