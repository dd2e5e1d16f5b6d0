import { useSession } from '../data/session.ts';
import { createStore } from '../shell/store.ts';

/** By workspace and name. Kept outside of the pages, so that whoever looks something up meanwhile finds their work again. */
const drafts = createStore<ReadonlyMap<string, unknown>>(new Map());

/** Something that is being edited and not saved yet; undefined while there is nothing of the kind. */
export function useKeptDraft<Draft>(name: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const key = `${useSession()?.workspace.id} ${name}`;
  const draft = drafts.use().get(key) as Draft | undefined;
  return [
    draft,
    (next) => {
      const all = new Map(drafts.get());
      if (next === undefined) all.delete(key);
      else all.set(key, next);
      drafts.set(all);
    },
  ];
}
