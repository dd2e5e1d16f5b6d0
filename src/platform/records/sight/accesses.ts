import {
  accessTo,
  type Field,
  type FieldAccess,
  least,
  type ObjectType,
  objectCatalogue,
  type Sight,
} from '#platform/fields';
import { formulaSources } from '../computed/formula-fields.ts';
import { rollupSources } from '../computed/rollup-sources.ts';
import type { Additions } from '../custom-fields.ts';

/** What may be done with fields, those that they follow from regarded: nobody reads from a sum what they may not read of its parts. */
export class Accesses {
  readonly #sight: Sight;
  readonly #additions: Additions;
  readonly #known = new Map<Field, FieldAccess>();

  constructor(sight: Sight, additions: Additions) {
    this.#sight = sight;
    this.#additions = additions;
  }

  of(object: ObjectType, field: Field): FieldAccess {
    const known = this.#known.get(field);
    if (known) return known;
    const own = accessTo(this.#sight, object, field);
    const sources = this.#sourcesOf(object, field).map((source) => this.of(...source));
    const access = least([own, ...sources]);
    this.#known.set(field, access);
    return access;
  }

  #sourcesOf(object: ObjectType, { name, follows, computed }: Field): [ObjectType, Field][] {
    const custom = this.#additions.fields.get(object.name) ?? new Map<string, Field>();
    if (computed?.kind === 'rollup') {
      const { objects, fields } = this.#additions;
      const child = objectCatalogue().get(computed.object) ?? objects.get(computed.object);
      return child ? fieldsNamed(child, fields.get(child.name), [...rollupSources(computed)]) : [];
    }
    if (computed) return fieldsNamed(object, custom, [...formulaSources(object, custom, name)]);
    return fieldsNamed(object, custom, follows ?? []);
  }
}

function fieldsNamed(
  object: ObjectType,
  custom: ReadonlyMap<string, Field> | undefined,
  names: readonly string[],
): [ObjectType, Field][] {
  return names.flatMap((name) => {
    const field = object.fields.get(name) ?? custom?.get(name);
    return field ? [[object, field] as [ObjectType, Field]] : [];
  });
}
