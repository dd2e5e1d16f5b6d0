import { useKinds } from '../../kinds/index.ts';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import { keptChangeSet, sayWithUndo } from '../changes.ts';
import { kith } from '../kith.ts';
import { objectsOptions } from '../objects.ts';
import { ApiProblem } from '../problem.ts';
import { queryClient } from '../query-client.ts';

/** Does it, says so with the way back. Throws what the server refuses. */
async function written(said: string, run: (call: object) => Promise<unknown>): Promise<void> {
  const kept = keptChangeSet();
  try {
    await run(kept.call);
    sayWithUndo(said, kept.id());
  } finally {
    void queryClient.invalidateQueries({ queryKey: objectsOptions.queryKey });
  }
}

export interface ObjectValues {
  name?: string;
  plural?: string;
  label: string;
  pluralLabel: string;
  nameLabel: string;
  description: string;
}

export const saveObject = (id: string | undefined, values: ObjectValues, said: string) =>
  written(said, (call) =>
    id
      ? kith.call({ method: 'PATCH', path: '/objects/:id' }, { ...values, id }, call)
      : kith.call({ method: 'POST', path: '/objects' }, values, call),
  );

export const deleteObject = (id: string, said: string) =>
  written(said, (call) => kith.call({ method: 'DELETE', path: '/objects/:id' }, { id }, call)).catch(sayRefused);

export const restoreObject = (id: string, said: string) =>
  written(said, (call) => kith.call({ method: 'POST', path: '/objects/:id/restore' }, { id }, call)).catch(sayRefused);

const sayRefused = (error: unknown) => sayFailed(ApiProblem.from(error).detail);

/** Every kind of record, those of the workspace included, by their names and what many of them are called. */
export function useObjects(): { name: string; many: string }[] {
  return useKinds().map(({ name, words }) => ({ name, many: words.many }));
}
