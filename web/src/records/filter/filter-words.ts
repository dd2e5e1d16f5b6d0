import type { Field } from '../../data/catalogue.ts';
import { texts } from '../../texts/index.ts';
import { exactDay, exactTime } from '../../ui/format.ts';
import { labelOf } from '../field/field-value.tsx';
import { type FilterNode, isComplete, type Operator, type Rule } from './filter-tree.ts';

const isDate = (field: Field | undefined) => field?.type === 'date' || field?.type === 'dateTime';

/** The operator as one says it of this kind of field: "before" of dates, "at most" of numbers. */
export function operatorWords(field: Field | undefined, operator: Operator, value?: unknown): string {
  if (operator === 'empty') return value === false ? texts.filter.notEmpty : texts.filter.empty;
  const special = isDate(field) ? texts.filter.dateOperators : field?.type === 'tags' ? texts.filter.tagOperators : {};
  return (special as Partial<Record<Operator, string>>)[operator] ?? texts.filter.operators[operator];
}

const isMidnight = (value: string) =>
  value.length === 10 || new Date(value).getHours() + new Date(value).getMinutes() === 0;

function valueWords(field: Field | undefined, rule: Rule, names: ReadonlyMap<string, string>): string {
  const { value } = rule;
  if (Array.isArray(value)) return value.map((one) => names.get(String(one)) ?? labelOf(field, one)).join(', ');
  if (isDate(field) && typeof value === 'string') return isMidnight(value) ? exactDay(value) : exactTime(value);
  return names.get(String(value)) ?? labelOf(field, value);
}

/** A rule or a group in words: "City is Berlin", "Tier is Hot or Title contains CTO". */
export function filterWords(
  node: FilterNode,
  fields: ReadonlyMap<string, Field>,
  names: ReadonlyMap<string, string>,
): string {
  if (node.kind === 'group') {
    return node.items
      .filter((item) => item.kind === 'group' || isComplete(item))
      .map((item) => filterWords(item, fields, names))
      .join(node.join === 'and' ? texts.filter.and : texts.filter.or);
  }
  const field = fields.get(node.field);
  const label = field?.label ?? node.field;
  if (node.operator === 'empty') return `${label} ${operatorWords(field, 'empty', node.value)}`;
  return `${label} ${operatorWords(field, node.operator)} ${valueWords(field, node, names)}`;
}
