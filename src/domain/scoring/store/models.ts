import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { defaultScoringModel } from '../rules/default-model.ts';
import { type ScoringModel, scoringModelSchema } from '../rules/model.ts';

export interface ActiveModel {
  /** Undefined as long as it is the shipped one, whose version is 0. */
  id?: string;
  version: number;
  model: ScoringModel;
}

export interface StoredModel extends ActiveModel {
  id: string;
  name: string;
  active: boolean;
}

const shipped: ActiveModel = { version: 0, model: defaultScoringModel };
const mostKnown = 1000;
/** By workspace. A model is compiled once an object, so an unchanged one must stay the same object. */
const known = new Map<string, ActiveModel>();

/** The active model of the workspace; the shipped one where there is none. */
export async function activeModel(context: Pick<Context, 'workspaceId'> & { sql: Sql }): Promise<ActiveModel> {
  const before = known.get(context.workspaceId);
  const row = await context.sql.first<{
    id: string;
    version: number;
    config: unknown;
  }>(sql`select id, version, case when id = ${before?.id ?? null}::uuid and version = ${before?.version ?? -1}::int8 then null else config end as config
    from scoring_models where workspace_id = kith.workspace_id() and is_active and deleted_at is null`);
  if (!row) return shipped;
  if (row.config === null && before) return before;
  const active = { id: row.id, version: row.version, model: scoringModelSchema.parse(row.config) };
  if (known.size >= mostKnown) known.clear();
  known.set(context.workspaceId, active);
  return active;
}

/** Lets one change of the models of a workspace in at a time. */
export async function holdModels(tx: Transaction): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('scoring models:' || kith.workspace_id()::text, 0))`);
}

/** A model of the workspace; undefined when it is not there or deleted. */
export async function modelById(reader: Sql, id: string): Promise<StoredModel | undefined> {
  const row = await reader.first<{ name: string; active: boolean; version: number; config: unknown }>(
    sql`select name, is_active as active, version, config from scoring_models
    where workspace_id = kith.workspace_id() and id = ${id} and deleted_at is null`,
  );
  return (
    row && { id, name: row.name, active: row.active, version: row.version, model: scoringModelSchema.parse(row.config) }
  );
}

export interface ListedModel {
  id: string;
  name: string;
  description: string;
  active: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** The models of the workspace: the one in use first, then the latest changed. */
export function allModels(reader: Sql): Promise<ListedModel[]> {
  return reader.rows<ListedModel>(sql`select id, name, description, is_active as active, version, created_at as "createdAt",
      updated_at as "updatedAt" from scoring_models
    where workspace_id = kith.workspace_id() and deleted_at is null order by is_active desc, updated_at desc, id limit 200`);
}

/** Whether another model, deleted ones included, has this name. */
export async function nameTaken(reader: Sql, name: string, exceptId: string): Promise<boolean> {
  const row = await reader.first(sql`select 1 as there from scoring_models
    where workspace_id = kith.workspace_id() and name = ${name} and id <> ${exceptId}`);
  return row !== undefined;
}
