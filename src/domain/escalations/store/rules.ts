import type { Values } from '#platform/changes';
import { type Sql, sql } from '#platform/database';

/** A rule as it is kept. */
export interface RuleRow {
  id: string;
  name: string;
  when: 'event' | 'rotting' | 'close_date_passed';
  event: string | null;
  data: Values | null;
  days: number | null;
  filter: unknown;
  tell: unknown;
  task: unknown;
}

const mostRules = 200;
const columns = sql.raw('id, name, "when", event, data, days, filter, tell, task');

/** The rules that wait for any of these types of event. */
export function rulesFor(reader: Sql, types: readonly string[]): Promise<RuleRow[]> {
  return reader.rows(sql<RuleRow>`select ${columns} from escalation_rules
    where workspace_id = kith.workspace_id() and enabled and deleted_at is null and event = any(${types}::text[])
    order by created_at, id limit ${mostRules}`);
}

/** The rules that look at what has lasted too long. */
export function timedRules(reader: Sql): Promise<RuleRow[]> {
  return reader.rows(sql<RuleRow>`select ${columns} from escalation_rules
    where workspace_id = kith.workspace_id() and enabled and deleted_at is null and "when" <> 'event'
    order by created_at, id limit ${mostRules}`);
}

/** A rule by its id, whether it is enabled or not. */
export function ruleById(reader: Sql, id: string): Promise<RuleRow | undefined> {
  return reader.first(sql<RuleRow>`select ${columns} from escalation_rules
    where workspace_id = kith.workspace_id() and id = ${id} and deleted_at is null`);
}
