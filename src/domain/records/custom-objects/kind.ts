import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { objectCatalogue } from '#platform/fields';
import { allCustomFields, catalogueChanges, defineKind, type RecordDraft } from '#platform/records';
import { customObject } from './fields.ts';
import { prefixFor } from './rules/prefix.ts';
import { lockObjects, type StoredObject, storedObjects } from './store/objects.ts';

/** Kinds of record that a workspace may have. */
const mostObjects = 200;
const shape = /^[a-z][A-Za-z0-9]{1,39}$/;

async function prepare(context: Context, drafts: RecordDraft[]): Promise<void> {
  lockObjects(context.tx);
  catalogueChanges(context);
  const known = await storedObjects(context.tx);
  for (const draft of drafts) {
    const { before, set } = draft;
    if (set.deletedAt) await refuseWhileUsed(context, String(before?.name));
    else if (!before) complete(draft, known);
    else if (set.name !== undefined && set.name !== before.name)
      throw wrong('name', 'stays as it is; change the label');
  }
}

/** What follows from the name of a new kind. */
function complete({ set }: RecordDraft, known: StoredObject[]): void {
  const name = String(set.name);
  set.plural ??= `${name}s`;
  set.pluralLabel ??= `${set.label}s`;
  set.nameLabel ??= 'Name';
  set.description ??= '';
  for (const part of ['name', 'plural'])
    if (!shape.test(String(set[part]))) throw wrong(part, 'begins with a small letter and has letters and digits only');
  if (known.filter((one) => one.deletedAt === null).length >= mostObjects)
    throw new Problem('too_large', { detail: `There are ${mostObjects} kinds of record already. Delete one first.` });
  refuseTaken(set, known);
  const prefixes = [...objectCatalogue().values(), ...known].map((one) => one.prefix);
  set.prefix = prefixFor(name, new Set(prefixes));
}

function refuseTaken(set: Record<string, unknown>, known: readonly StoredObject[]): void {
  const names = [String(set.name), String(set.plural)];
  const declared = [...objectCatalogue().values()].flatMap((one) => [one.name, one.plural]);
  const other = known.find((one) => names.some((name) => name === one.name || name === one.plural));
  if (names[0] === names[1]) throw wrong('plural', 'must differ from the name');
  if (!other && !names.some((name) => declared.includes(name))) return;
  throw new Problem('conflict', {
    detail: other?.deletedAt
      ? `There was a kind of record '${other.name}', and its records are kept: restore it, or choose another name.`
      : `There is a kind of record '${names.join("' or '")}' already. Choose another name.`,
  });
}

/** Fields of other kinds that refer to records of one, or sum them up, would be left with nothing. */
async function refuseWhileUsed(context: Context, name: string): Promise<void> {
  for (const [object, fields] of await allCustomFields(context)) {
    const using = [...fields.values()].find(
      (field) =>
        object !== name && (field.to === name || (field.computed?.kind === 'rollup' && field.computed.object === name)),
    );
    if (using)
      throw new Problem('conflict', {
        detail: `The field '${using.label}' of ${object} refers to these records. Delete that field first.`,
      });
  }
}

function wrong(path: string, message: string): Problem {
  return new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

defineKind({
  object: customObject,
  prepare,
  async afterWrite(context) {
    catalogueChanges(context);
  },
});
