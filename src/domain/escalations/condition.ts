import { conditionText } from '#domain/routing';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { customFieldsOf } from '#platform/records';
import type { RuleRow } from './store/rules.ts';

/** What a rule asks of a record, in words. */
export async function conditionOfRule(context: Context, object: ObjectType, rule: RuleRow): Promise<string> {
  const custom = await customFieldsOf(context, object);
  return conditionText(rule.filter, (name) => (object.fields.get(name) ?? custom.get(name))?.label ?? name);
}
