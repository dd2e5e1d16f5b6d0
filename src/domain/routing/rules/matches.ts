/** What a condition needs to know of a field; a `Field` of the catalogue is one. */
export interface ComparedField {
  type: string;
}

type Values = Readonly<Record<string, unknown>>;
type Fields = ReadonlyMap<string, ComparedField>;

/**
 * Whether values meet a filter of lists, by the same rules as the database: an empty value meets nothing but `ne` and `empty`. What the
 * filter asks for and nobody knows any more (a field that was removed) is not met.
 */
export function matches(filter: unknown, values: Values, fields: Fields): boolean {
  if (filter === null || filter === undefined) return true;
  if (Array.isArray(filter)) return filter.every((one) => matches(one, values, fields));
  if (typeof filter !== 'object') return false;
  return Object.entries(filter).every(([name, condition]) => entryMatches(name, condition, values, fields));
}

function entryMatches(name: string, condition: unknown, values: Values, fields: Fields): boolean {
  if (name === 'and') return matches(condition, values, fields);
  if (name === 'or') {
    const list = Array.isArray(condition) ? condition : [];
    return list.length === 0 || list.some((one) => matches(one, values, fields));
  }
  const field = fields.get(name);
  if (!field || condition === null || typeof condition !== 'object') return false;
  return Object.entries(condition).every(([operator, operand]) =>
    holds(field, values[name] ?? null, operator, operand),
  );
}

function holds(field: ComparedField, value: unknown, operator: string, operand: unknown): boolean {
  if (Array.isArray(value)) return listHolds(field, value, operator, operand);
  if (operator === 'empty') return (value === null) === operand;
  if (operator === 'ne') return value === null || !holds(field, value, 'eq', operand);
  if (value === null) return false;
  if (operator === 'in') return Array.isArray(operand) && operand.some((one) => holds(field, value, 'eq', one));
  if (operator === 'contains') return String(value).toLowerCase().includes(String(operand).toLowerCase());
  if (operator === 'startsWith') return String(value).startsWith(String(operand));
  return compares(comparable(field, value), operator, comparable(field, operand));
}

/** Tags: one of them must meet the condition, and for `ne` none may equal it. */
function listHolds(field: ComparedField, values: readonly unknown[], operator: string, operand: unknown): boolean {
  if (operator === 'empty') return (values.length === 0) === operand;
  if (operator === 'ne') return !values.includes(operand);
  return values.some((one) => holds(field, one, operator === 'contains' ? 'eq' : operator, operand));
}

function compares(left: string | number, operator: string, right: string | number): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'lt') return left < right;
  if (operator === 'lte') return left <= right;
  if (operator === 'gt') return left > right;
  return operator === 'gte' && left >= right;
}

/** Both sides of a comparison in one form: moments in milliseconds, amounts in hundredths, ids as their digits. */
function comparable({ type }: ComparedField, value: unknown): string | number {
  if (type === 'date' || type === 'dateTime') return new Date(String(value)).getTime();
  if (type === 'integer') return Math.round(Number(value));
  if (type === 'decimal') return Math.round(Number(value) * 100);
  if (type === 'reference' || type === 'user') return idDigits(String(value));
  return typeof value === 'number' ? value : String(value);
}

function idDigits(id: string): string {
  return id
    .slice(id.indexOf('_') + 1)
    .replaceAll('-', '')
    .toLowerCase();
}
