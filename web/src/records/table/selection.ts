import { useCallback, useMemo, useState } from 'react';
import type { Target } from '../../data/bulk.ts';
import type { ListQuery } from '../../data/records.ts';

/** Which records are chosen: some of them, or all that the list finds. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<string>;
}

const nothing: Selection = { all: false, ids: new Set() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.all || selection.ids.has(id);
}

export function useSelection(list: ListQuery, total: number | undefined) {
  const question = JSON.stringify([list.filter, list.q]);
  const [state, setState] = useState({ question, selection: nothing });
  // Another list is another question: what was chosen in the old one is forgotten.
  const selection = state.question === question ? state.selection : nothing;
  const set = useCallback((next: Selection) => setState({ question, selection: next }), [question]);
  return useMemo(() => {
    const toggle = (ids: readonly string[], on?: boolean) => {
      const next = new Set(selection.all ? [] : selection.ids);
      for (const id of ids) {
        if (on ?? !next.has(id)) next.add(id);
        else next.delete(id);
      }
      set({ all: false, ids: next });
    };
    const target: Target = selection.all
      ? { filter: list.filter ?? {}, ...(list.q ? { q: list.q } : {}) }
      : { ids: [...selection.ids] };
    return {
      selection,
      count: selection.all ? (total ?? 0) : selection.ids.size,
      target,
      toggle,
      all: () => set({ all: true, ids: new Set() }),
      clear: () => set(nothing),
    };
  }, [selection, list, total, set]);
}

export type SelectionState = ReturnType<typeof useSelection>;
