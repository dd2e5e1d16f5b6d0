import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { Field, ObjectType, PrivacyClass } from '#platform/fields';
import { compileFormula, type FormulaType } from '#platform/formulas';
import {
  allCustomFields,
  customFieldsOf,
  findObject,
  formulaFieldsOf,
  objectFor,
  refuseBadFilter,
  rollupSources,
} from '#platform/records';
import { canRefer, changesBeside, type Definition, rollupType, summedField, wrongDefinition } from './definition.ts';
import { type Dependencies, highestClass, ringAt } from './rules/dependencies.ts';
import { workspaceCurrency } from './store/definitions.ts';

const full = (object: string, name: string) => `${object}.${name}`;

/** The fields of an object in this workspace, its own and the added ones. */
async function fieldsOf(context: Context, object: ObjectType): Promise<ReadonlyMap<string, Field>> {
  return new Map([...object.fields, ...(await customFieldsOf(context, object))]);
}

/** What a computed field follows from, by full names. Errors: `validation_failed` when its formula cannot be compiled any more. */
function sourcesOf(object: ObjectType, custom: ReadonlyMap<string, Field>, { computed }: Field): Set<string> {
  if (computed?.kind === 'rollup')
    return new Set([...rollupSources(computed)].map((name) => full(computed.object, name)));
  if (computed?.kind !== 'formula') return new Set();
  const { sources } = compileFormula(computed.formula, formulaFieldsOf(object, custom));
  return new Set([...sources].map((name) => full(object.name, name)));
}

/** What each computed field of the workspace follows from. */
export async function dependenciesOf(context: Context): Promise<Dependencies> {
  const dependencies = new Map<string, ReadonlySet<string>>();
  for (const [name, custom] of await allCustomFields(context)) {
    const object = await findObject(context, name);
    if (!object) continue;
    for (const field of custom.values())
      if (field.computed) dependencies.set(full(name, field.name), sourcesOf(object, custom, field));
  }
  return dependencies;
}

interface Result {
  type: Field['type'];
  currency: string | null;
  sources: ReadonlySet<string>;
  privacy: PrivacyClass;
  /** A roll-up as it is kept: of an amount it reads what that is in one currency. */
  computed?: Definition['computed'];
}

/** The type of a formula's values, as a field. */
function asFieldType(type: FormulaType): Pick<Result, 'type' | 'currency'> {
  if (type.startsWith('money:')) return { type: 'money', currency: type.slice('money:'.length) };
  return { type: type === 'empty' ? 'text' : (type as Field['type']), currency: null };
}

async function formulaResult(context: Context, object: ObjectType, name: string, formula: string): Promise<Result> {
  const custom = await customFieldsOf(context, object);
  const known = new Map(formulaFieldsOf(object, custom));
  // A formula that uses itself is to be told of its ring, not that there is no such field.
  if (!known.has(`custom.${name}`)) known.set(`custom.${name}`, 'number');
  const compiled = compileFormula(formula, known);
  const fields = await fieldsOf(context, object);
  const privacy = highestClass([...compiled.sources].map((source) => fields.get(source)?.privacy ?? 'internal'));
  const sources = new Set([...compiled.sources].map((source) => full(object.name, source)));
  return { ...asFieldType(compiled.type), sources, privacy };
}

type Rollup = Extract<Definition['computed'], { kind: 'rollup' }>;

async function rollupResult(context: Context, object: ObjectType, rollup: Rollup): Promise<Result> {
  const child = await findObject(context, rollup.object);
  if (!child) throw wrongDefinition('rollup.object', `there is no kind of record '${rollup.object}'`);
  const fields = await fieldsOf(context, child);
  const by = fields.get(rollup.by);
  if (!by || by.computed || !canRefer(by, object.name))
    throw wrongDefinition('rollup.by', `must be a field of ${child.plural} that refers to ${object.plural}`);
  const of = rollup.of === undefined ? undefined : summedField(fields, rollup.of);
  if (rollup.of !== undefined && !of)
    throw wrongDefinition('rollup.of', `${child.plural} have no field '${rollup.of}'`);
  const own = (await workspaceCurrency(context.sql)) ?? 'EUR';
  const result = rollupType(rollup.function, of, own);
  if (rollup.filter !== undefined) await refuseBadFilter(context, child, rollup.filter);
  const names = [...rollupSources({ ...rollup, of: of?.name })];
  const stale = names.map((name) => fields.get(name)).find((field) => field && changesBeside(field));
  if (stale)
    throw wrongDefinition(
      'rollup.filter',
      `'${stale.name}' changes beside the writes of its records, so this would be stale`,
    );
  const privacy = highestClass(names.map((name) => fields.get(name)?.privacy ?? 'internal'));
  const sources = new Set(names.map((name) => full(child.name, name)));
  return { ...result, sources, privacy, computed: { ...rollup, ...(of ? { of: of.name } : {}) } };
}

/**
 * The definition with what follows from others: the target is there, a formula or roll-up has its type and at least the privacy of its
 * sources. Errors: `validation_failed`, for a ring with its way.
 */
export async function completeDefinition(context: Context, given: Definition): Promise<Definition> {
  const object = await objectFor(context, given.object);
  const definition = await withTarget(context, given);
  const { computed } = definition;
  if (!computed) return definition;
  const result =
    computed.kind === 'formula'
      ? await formulaResult(context, object, definition.name, computed.formula)
      : await rollupResult(context, object, computed);
  const start = full(object.name, `custom.${definition.name}`);
  const ring = ringAt(new Map([...(await dependenciesOf(context)), [start, result.sources]]), start);
  if (ring)
    throw wrongDefinition(
      computed.kind === 'formula' ? 'formula' : 'rollup',
      `this would be a ring: ${ring.join(' → ')}`,
    );
  const { type, currency, privacy } = result;
  return {
    ...definition,
    type,
    currency,
    computed: result.computed ?? computed,
    privacy: highestClass([definition.privacy, privacy]),
  };
}

async function withTarget(context: Context, definition: Definition): Promise<Definition> {
  const refers = definition.type === 'reference' || definition.type === 'references';
  if (definition.type === 'file' && !(await findObject(context, 'file')))
    throw wrongDefinition('type', 'there are no files here to refer to');
  if (!refers) return { ...definition, target: null };
  const target = definition.target ? await findObject(context, definition.target) : undefined;
  if (target?.extensible && !target.template) return { ...definition, target: target.name };
  throw wrongDefinition('to', 'say which kind of record it refers to, as contact or account');
}

/** Refuses a change of a field that formulas and roll-ups which follow from it cannot bear. Errors: `conflict`. */
export async function refuseBrokenFollowers(
  context: Context,
  changed: Definition,
  followers: readonly { object: string; field: Field }[],
  as: Field,
): Promise<void> {
  for (const { object: name, field } of followers) {
    const object = await objectFor(context, name);
    const { computed } = field;
    const found =
      computed?.kind === 'formula' && name === changed.object ? await typeWith(context, object, field, as) : undefined;
    if (found === undefined || (found.type === field.type && (found.currency ?? undefined) === field.currency))
      continue;
    throw new Problem('conflict', {
      detail: `${field.label} (${name}.${field.name}) follows from this field and would have another type. Change or delete it first.`,
    });
  }
}

async function typeWith(context: Context, object: ObjectType, follower: Field, as: Field) {
  if (follower.computed?.kind !== 'formula') return undefined;
  const custom = new Map([...(await customFieldsOf(context, object)), [as.name, as]]);
  try {
    return asFieldType(compileFormula(follower.computed.formula, formulaFieldsOf(object, custom)).type);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('conflict', {
      detail: `${follower.label} (${object.name}.${follower.name}) follows from this field and would not work any more: ${error.message}`,
    });
  }
}
