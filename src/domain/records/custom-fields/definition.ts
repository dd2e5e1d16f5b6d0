import { Problem } from '#platform/errors';
import {
  type Computed,
  completeField,
  customValueSchema,
  type Field,
  type FieldType,
  isList,
  type PrivacyClass,
  type ValueRules,
  valueKind,
} from '#platform/fields';
import { currencyCodes } from '#platform/money';
import { compilePattern } from '#platform/text';

/** The types that a workspace can give a field, with the type that its values are kept as; formulas and roll-ups have that of their result. */
export const valueTypes: Readonly<Record<string, FieldType>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  percent: 'percent',
  date: 'date',
  dateTime: 'dateTime',
  boolean: 'boolean',
  choice: 'choice',
  multiChoice: 'multiChoice',
  tags: 'tags',
  email: 'email',
  phone: 'phone',
  url: 'url',
  address: 'address',
  user: 'user',
  reference: 'reference',
  relation: 'reference',
  references: 'references',
  relationList: 'references',
  file: 'file',
};

/** A field of a workspace, as it is stored. */
export interface Definition {
  object: string;
  name: string;
  label: string;
  description: string;
  type: FieldType;
  options: readonly string[];
  colors: Readonly<Record<string, string>>;
  required: boolean;
  isUnique: boolean;
  defaultValue: unknown;
  rules: ValueRules;
  privacy: PrivacyClass;
  target: string | null;
  currency: string | null;
  computed: Computed | null;
  position: number;
}

/** The Problem for a mistake in a definition. */
export function wrongDefinition(path: string, message: string): Problem {
  return new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

const refuse = (path: string, message: string): never => {
  throw wrongDefinition(path, message);
};

const oneOfMany = new Set<FieldType>([
  'text',
  'integer',
  'decimal',
  'number',
  'date',
  'dateTime',
  'email',
  'phone',
  'url',
]);
const texts = new Set<FieldType>(['text', 'longText', 'email', 'phone', 'url']);
const withoutDefault = new Set<FieldType>(['reference', 'references', 'user', 'file']);
const longestTexts: Partial<Record<FieldType, number>> = { longText: 100_000, email: 320, url: 500 };

/** Refuses a definition that contradicts itself. Errors: `validation_failed`. */
export function checkDefinition(definition: Definition): void {
  const { type, options, computed } = definition;
  const chosen = type === 'choice' || type === 'multiChoice';
  if (chosen && options.length === 0) refuse('options', 'a choice needs at least one');
  if (!chosen && options.length > 0) refuse('options', 'only choices have options');
  if (new Set(options).size < options.length) refuse('options', 'each may be there once');
  const stray = Object.keys(definition.colors).find((value) => !options.includes(value));
  if (stray !== undefined) refuse('options', `there is no option '${stray.slice(0, 40)}' to colour`);
  if (type === 'money' && !currencyCodes.includes(definition.currency ?? ''))
    refuse('currency', 'must be a code of ISO 4217, such as EUR');
  if (definition.isUnique && (!oneOfMany.has(type) || computed)) refuse('unique', 'such a field cannot be unique');
  if (computed && definition.required) refuse('required', 'what follows from other fields cannot be required');
  checkRules(definition);
  checkDefault(definition);
}

function checkRules({ type, rules, computed }: Definition): void {
  const given = Object.keys(rules).filter((name) => rules[name as keyof ValueRules] !== undefined);
  if (given.length === 0) return;
  if (computed) refuse('rules', 'what follows from other fields has no rules');
  const isNumber = valueKind({ type }) === 'number';
  const known = isNumber
    ? ['min', 'max', 'allowed']
    : texts.has(type)
      ? ['minLength', 'maxLength', 'pattern', 'allowed']
      : [];
  const strange = given.find((name) => !known.includes(name));
  if (strange) refuse(`rules.${strange}`, `a field of type ${type} has no such rule`);
  if (rules.min !== undefined && rules.max !== undefined && rules.min > rules.max)
    refuse('rules.max', 'must not be below min');
  const longest = longestTexts[type] ?? 255;
  const [least, most] = [rules.minLength ?? 0, rules.maxLength ?? longest];
  if (least > most || most > longest) refuse('rules.maxLength', `must be from minLength to ${longest}`);
  if (rules.pattern !== undefined) compilePattern(rules.pattern);
  const wanted = isNumber ? 'number' : 'string';
  if (rules.allowed?.some((one) => typeof one !== wanted)) refuse('rules.allowed', `must be a list of ${wanted}s`);
}

/** The definition as a field that values can be checked by. */
export function fieldOfDefinition(definition: Definition): Field {
  const { type, label, description, options, required, rules, currency, target } = definition;
  const draft = {
    type,
    label,
    description,
    required,
    rules,
    ...(options.length > 0 ? { choices: options } : {}),
    ...(currency ? { currency } : {}),
    ...(target ? { to: target } : {}),
  };
  return { ...completeField(`custom.${definition.name}`, draft), custom: true };
}

function checkDefault(definition: Definition): void {
  const { defaultValue, type } = definition;
  if (defaultValue === null || defaultValue === undefined) return;
  if (definition.isUnique || definition.computed || withoutDefault.has(type))
    refuse('default', 'such a field cannot have a default');
  const result = customValueSchema(fieldOfDefinition(definition)).safeParse(defaultValue);
  if (!result.success) refuse('default', result.error.issues[0]?.message ?? 'is not a value of the field');
}

/** Whether a field of this type can say which records a roll-up sums up for one record. */
export function canRefer(field: Pick<Field, 'type' | 'to'>, object: string): boolean {
  if (field.type === 'user') return object === 'user';
  return (field.type === 'reference' || field.type === 'references') && field.to === object;
}

const summable = new Set<FieldType>(['integer', 'decimal', 'number', 'percent']);

/** What a roll-up reads of a field: amounts of several currencies by what they are in one. */
export function summedField(fields: ReadonlyMap<string, Field>, name: string): Field | undefined {
  const field = fields.get(name);
  return field?.comparedBy ? fields.get(field.comparedBy) : field;
}

/** Whether a value may change without a write of its record, so that what follows from it would be stale. */
export function changesBeside({ derived, computed, type }: Field): boolean {
  return derived && !computed && type !== 'money';
}

/** What the values of a roll-up are; `own` is the currency of the workspace. Errors: `validation_failed` when its function cannot be used on the field. */
export function rollupType(
  how: string,
  of: Field | undefined,
  own: string,
): { type: FieldType; currency: string | null } {
  if (how === 'count') return { type: 'integer', currency: null };
  if (!of || isList(of)) return refuse('rollup.of', 'name the field that is summed up');
  if (changesBeside(of))
    return refuse('rollup.of', `'${of.name}' changes beside the writes of its records, so a sum of it would be stale`);
  if (of.type === 'money') return { type: 'money', currency: of.currency ?? own };
  if (summable.has(of.type))
    return {
      type: how !== 'avg' && of.type === 'integer' ? 'integer' : of.type === 'percent' ? 'percent' : 'number',
      currency: null,
    };
  if ((of.type === 'date' || of.type === 'dateTime') && (how === 'min' || how === 'max'))
    return { type: of.type, currency: null };
  return refuse('rollup.of', `${how} does not work on '${of.name}', which is a ${of.type}`);
}
