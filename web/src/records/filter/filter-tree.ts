import type { Field, FieldType } from '../../data/catalogue.ts';

export type Operator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'startsWith' | 'empty';

export interface Rule {
  kind: 'rule';
  field: string;
  operator: Operator;
  value: unknown;
}

export interface Group {
  kind: 'group';
  join: 'and' | 'or';
  items: FilterNode[];
}

export type FilterNode = Rule | Group;

const operators = new Set<string>(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'startsWith', 'empty']);
const textual: Operator[] = ['contains', 'eq', 'ne', 'startsWith', 'empty'];
const ordered: Operator[] = ['gte', 'lte', 'eq', 'gt', 'lt', 'empty'];

const operatorsOfType: Partial<Record<FieldType, Operator[]>> = {
  integer: ordered,
  decimal: ordered,
  number: ordered,
  percent: ordered,
  money: ordered,
  date: ['gte', 'lt', 'empty'],
  dateTime: ['gte', 'lt', 'empty'],
  boolean: ['eq'],
  choice: ['in', 'ne', 'empty'],
  multiChoice: ['contains', 'empty'],
  references: ['contains', 'empty'],
  country: ['in', 'ne', 'empty'],
  tags: ['contains', 'empty'],
  reference: ['in', 'empty'],
  user: ['in', 'empty'],
  file: ['empty'],
  address: ['empty'],
};

/** What can be asked of a field, the usual question first. */
export function operatorsOf(field: Field): Operator[] {
  return operatorsOfType[field.type] ?? textual;
}

export function firstRule(field: Field): Rule {
  const operator = operatorsOf(field)[0] ?? 'eq';
  return { kind: 'rule', field: field.name, operator, value: emptyValue(field, operator) };
}

/** The value that a rule starts with once its operator is chosen. */
export function emptyValue(field: Field, operator: Operator): unknown {
  if (operator === 'empty') return true;
  if (operator === 'in') return [];
  if (field.type === 'boolean') return true;
  return '';
}

/** A rule without a value asks nothing yet. */
export function isComplete(rule: Rule): boolean {
  if (rule.operator === 'empty' || typeof rule.value === 'boolean' || typeof rule.value === 'number') return true;
  return Array.isArray(rule.value)
    ? rule.value.length > 0
    : rule.value !== '' && rule.value !== null && rule.value !== undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseNode(filter: unknown): FilterNode[] {
  if (!isObject(filter)) return [];
  return Object.entries(filter).flatMap(([name, asked]): FilterNode[] => {
    if (name === 'and' || name === 'or')
      return Array.isArray(asked) ? [{ kind: 'group', join: name, items: asked.flatMap(parseNode) }] : [];
    if (!isObject(asked)) return [{ kind: 'rule', field: name, operator: 'eq', value: asked }];
    return Object.entries(asked)
      .filter(([operator]) => operators.has(operator))
      .map(([operator, value]) => ({ kind: 'rule', field: name, operator: operator as Operator, value }));
  });
}

/** The API's filter as a tree whose root is always a group. What it cannot read it leaves out. */
export function parseFilter(filter: unknown): Group {
  const nodes = parseNode(filter);
  const [only] = nodes;
  if (nodes.length === 1 && only?.kind === 'group') return only;
  return { kind: 'group', join: 'and', items: nodes };
}

function print(node: FilterNode): Record<string, unknown> | undefined {
  if (node.kind === 'rule') return isComplete(node) ? { [node.field]: { [node.operator]: node.value } } : undefined;
  const items = node.items.map(print).filter((item) => item !== undefined);
  return items.length > 0 ? { [node.join]: items } : undefined;
}

/** The tree as the API's filter; undefined when it asks nothing. */
export function printFilter(group: Group): Record<string, unknown> | undefined {
  return print(group);
}

/** How many complete rules there are, at any depth. */
export function countRules(node: FilterNode): number {
  if (node.kind === 'rule') return isComplete(node) ? 1 : 0;
  return node.items.reduce((sum, item) => sum + countRules(item), 0);
}
