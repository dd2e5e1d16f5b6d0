import { infiniteQueryOptions } from '@tanstack/react-query';
import { refreshLists } from '../cached.ts';
import type { ObjectName } from '../catalogue.ts';
import { recordsOf } from '../kith.ts';
import { ApiProblem } from '../problem.ts';
import { listKey } from '../records.ts';

const pageSize = 50;

/** The deleted records of a kind, the latest first: a deletion is the last change that is made to a record. */
export function deletedOptions(object: ObjectName) {
  return infiniteQueryOptions({
    queryKey: [...listKey(object), 'deleted'],
    queryFn: ({ pageParam, signal }) =>
      recordsOf(object).list(
        {
          deleted: true,
          sort: '-updatedAt',
          limit: pageSize,
          cursor: pageParam,
          count: pageParam === undefined ? 'bounded' : undefined,
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next,
  });
}

interface Restored {
  ids: string[];
  /** Why one stayed deleted; those after it were not tried. */
  problem?: ApiProblem;
}

/** Brings records back, one after the other, until one is refused. */
export async function restoreRecords(object: ObjectName, ids: readonly string[]): Promise<Restored> {
  const restored: string[] = [];
  try {
    for (const id of ids) {
      await recordsOf(object).restore({ id });
      restored.push(id);
    }
    return { ids: restored };
  } catch (error) {
    return { ids: restored, problem: ApiProblem.from(error) };
  } finally {
    refreshLists(object);
  }
}
