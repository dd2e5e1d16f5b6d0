import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { collapseSpace } from '#platform/text';
import { customByName, lockCustomRecords } from '../store/known-custom.ts';
import { importedHere } from '../store/known-records.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';

function keysOf({ values }: ReadRow, matchKey: string): string[] {
  return matchKey === 'name' && typeof values.name === 'string' ? [`n:${collapseSpace(values.name)}`] : [];
}

/** A kind of record that the workspace has made: the same by its name, unless told otherwise. */
export function customTarget(object: ObjectType): Target {
  return {
    object,
    matchKeys: ['name', 'none'],
    references: [],
    keysOf,
    lock: (context) => lockCustomRecords(context.tx, object),
    async findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
      if (keys.length === 0) return new Map();
      const found = await customByName(
        context.tx,
        object,
        keys.map((key) => key.slice('n:'.length)),
      );
      const own = await importedHere(context.tx, object.table, run.importId, [...found.values()]);
      return new Map([...found].map(([name, id]) => [`n:${name}`, { id, ofThisImport: own.has(id) }]));
    },
    prepareRow: () => undefined,
    link: async () => 0,
    extraOf: () => undefined,
    mergeExtra: () => undefined,
    follows: () => ({}),
  };
}
