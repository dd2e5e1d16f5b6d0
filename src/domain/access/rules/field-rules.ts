import { z } from 'zod';
import type { FieldAccess, PrivacyClass, Sight } from '#platform/fields';

export const privacyClasses = ['public', 'internal', 'confidential', 'restricted'] as const satisfies PrivacyClass[];

/** What Kith ships: what is confidential is seen by managers, what is restricted by administrators alone. */
const shipped: Readonly<Record<string, Sight['classes']>> = {
  manager: { public: 'write', internal: 'write', confidential: 'write', restricted: 'hidden' },
};
const ofOthers: Sight['classes'] = { public: 'write', internal: 'write', confidential: 'masked', restricted: 'hidden' };

/** What may be done with a field, each more than the one before. */
export const accesses = ['hidden', 'masked', 'read', 'write'] as const satisfies FieldAccess[];

const more = (one: FieldAccess, other: FieldAccess) => (accesses.indexOf(one) > accesses.indexOf(other) ? one : other);

const access = z.enum(accesses);
const said = z.strictObject({
  classes: z.partialRecord(z.enum(privacyClasses), access).optional().meta({ description: 'By class of field.' }),
  fields: z
    .record(z.string().regex(/^[a-z]\w{0,59}(\.custom)?\.\w{1,60}$/i), access)
    .optional()
    .meta({ description: 'By kind and field, as contact.phone or deal.custom.margin; goes before its class.' }),
});
export type FieldRule = z.output<typeof said>;

/** What a workspace has set: what roles may do with fields, and what people of some groups may do beyond their role. */
export const fieldRules = z.strictObject({
  roles: z
    .record(z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/), said)
    .optional()
    .meta({ description: 'By role: hidden, masked, read or write.' }),
  groups: z
    .record(z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/), said)
    .optional()
    .meta({ description: 'By group, as hr or finance: what its people may do besides what their role lets them.' }),
});
export type FieldRules = z.output<typeof fieldRules>;

/** What a role may do with the classes of fields. */
export function classesOf(role: string, rules: FieldRules, basedOn?: string | null): Sight['classes'] {
  return { ...(own(shipped, basedOn ?? role) ?? ofOthers), ...own(rules.roles, role)?.classes };
}

interface Somebody {
  role: string;
  groups?: ReadonlySet<string> | undefined;
}

const made = new Map<string, Sight>();
const mostKept = 1000;

/** What somebody may do with fields; undefined where nothing is kept from them. What is the same comes as one object, since much is kept by it. */
export function sightOf({ role, groups }: Somebody, rules: FieldRules, basedOn?: string | null): Sight | undefined {
  if ((basedOn ?? role) === 'admin') return undefined;
  const sight = [...(groups ?? [])]
    .sort()
    .reduce<Sight>((narrower, group) => widened(narrower, own(rules.groups, group)), {
      classes: classesOf(role, rules, basedOn),
      fields: own(rules.roles, role)?.fields ?? {},
      atLeast: {},
    });
  const text = JSON.stringify(sight);
  const known = made.get(text) ?? sight;
  made.delete(text);
  made.set(text, known);
  if (made.size > mostKept) made.delete(made.keys().next().value ?? '');
  return known;
}

/** What a group lets its people do besides; it takes nothing from them. */
function widened(sight: Sight, rule: FieldRule | undefined): Sight {
  if (!rule) return sight;
  const classes = { ...sight.classes };
  for (const [name, access] of Object.entries(rule.classes ?? {}) as [PrivacyClass, FieldAccess][])
    classes[name] = more(classes[name], access);
  const atLeast = { ...sight.atLeast };
  for (const [name, access] of Object.entries(rule.fields ?? {}))
    atLeast[name] = more(access, own(atLeast, name) ?? 'hidden');
  return { ...sight, classes, atLeast };
}

function own<Value>(values: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}
