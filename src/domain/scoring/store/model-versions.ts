import { type Sql, sql, type Transaction } from '#platform/database';
import { type ScoringModel, scoringModelSchema } from '../rules/model.ts';

export interface ModelVersion {
  version: number;
  model: ScoringModel;
  at: Date;
  byId: string | null;
  byName: string | null;
}

/** Keeps models as they stand now as their versions. */
export async function keepVersions(tx: Transaction, modelIds: readonly string[]): Promise<void> {
  if (modelIds.length === 0) return;
  await tx.rows(sql`insert into scoring_model_versions (model_id, version, config, at, by_id)
    select id, version, config, updated_at, updated_by from scoring_models
    where workspace_id = kith.workspace_id() and id = any(${modelIds}::uuid[]) on conflict do nothing`);
}

/** Keeps the shipped model as what one was before its first version. */
export function keepShipped(tx: Transaction, modelId: string, model: ScoringModel, at: Date): void {
  tx.send(sql`insert into scoring_model_versions (model_id, version, config, at)
    values (${modelId}, 0, ${JSON.stringify(model)}::jsonb, ${at})`);
}

const mostVersions = 500;

/** The versions of a model, newest first. */
export async function versionsOf(reader: Sql, modelId: string): Promise<ModelVersion[]> {
  const rows = await reader.rows<Omit<ModelVersion, 'model'> & { config: unknown }>(sql`
    select v.version, v.config, v.at, v.by_id as "byId", a.name as "byName" from scoring_model_versions v
    left join report_actors a on a.workspace_id = v.workspace_id and a.actor_id = v.by_id
    where v.workspace_id = kith.workspace_id() and v.model_id = ${modelId} order by v.version desc limit ${mostVersions}`);
  return rows.map(({ config, ...row }) => ({ ...row, model: scoringModelSchema.parse(config) }));
}
