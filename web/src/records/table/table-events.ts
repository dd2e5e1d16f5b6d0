import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useSaveEdit } from '../../data/edits.ts';
import type { ListQuery } from '../../data/records.ts';
import { useOpenRecord } from '../../kinds/links.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import type { Column } from './columns.ts';
import type { Leave } from './lazy-cell-editor.tsx';
import { rememberNeighbours } from './neighbours.ts';
import type { RecordPages } from './pages.ts';
import type { RowEvents } from './row.tsx';
import type { SelectionState } from './selection.ts';
import type { Cursor } from './use-cursor.ts';

export interface TableParts {
  list: ListQuery;
  pages: RecordPages;
  columns: readonly Column[];
  selection: SelectionState;
  cursor: Cursor | undefined;
  put: (cursor: Cursor | undefined) => void;
  move: (rows: number, columns: number) => void;
  editing: boolean;
  setEditing: (editing: boolean) => void;
  resize: (name: string, widthPx: number | undefined) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

/** The next cell that can be edited, in reading order. */
function nextEditable({ columns, pages }: TableParts, from: Cursor, step: 1 | -1): Cursor | undefined {
  let { row, column } = from;
  for (let tries = 0; tries < columns.length * 2; tries++) {
    column += step;
    if (column < 0 || column >= columns.length) {
      row += step;
      column = step > 0 ? 0 : columns.length - 1;
    }
    if (!pages.at(row)) return undefined;
    if (columns[column]?.field.editable) return { row, column };
  }
  return undefined;
}

/** What rows do, in one object that stays the same, so that rows need not be drawn anew when the table is. */
export function useRowEvents(parts: TableParts): RowEvents {
  const save = useSaveEdit(parts.list.object);
  const newest = useRef({ parts, save });
  newest.current = { parts, save };
  const lastChosen = useRef(0);
  return useMemo(() => {
    const now = () => newest.current.parts;
    return {
      activate: (row, column) => {
        if (!now().editing) now().put({ row, column });
      },
      edit: (row, column) => {
        if (!now().columns[column]?.field.editable || !now().pages.at(row)) return;
        now().put({ row, column });
        now().setEditing(true);
      },
      choose: (row, id, range) => {
        if (range) {
          const [from, to] = [Math.min(row, lastChosen.current), Math.max(row, lastChosen.current)];
          const ids = Array.from({ length: to - from + 1 }, (_, at) => now().pages.at(from + at)?.id).filter(
            (one) => one !== undefined,
          );
          now().selection.toggle(ids, true);
        } else now().selection.toggle([id]);
        lastChosen.current = row;
      },
      save: (record, field, value, named) =>
        newest.current.save.mutate({
          id: record.id,
          set: { [field]: value },
          ...(named === undefined ? {} : { names: { [field]: named } }),
        }),
      leave: (leave: Leave) => {
        const { cursor, setEditing, put, scroller } = now();
        const next = leave === 'stay' || !cursor ? undefined : nextEditable(now(), cursor, leave === 'next' ? 1 : -1);
        if (next) put(next);
        else setEditing(false);
        if (!next) scroller.current?.focus({ preventScroll: true });
      },
    };
  }, []);
}

/** `x e Enter`, Ctrl-A and Escape on the active row. */
export function useTableKeys(parts: TableParts): void {
  const { list, pages, cursor, columns, selection, move, setEditing, put, resize } = parts;
  const open = useOpenRecord();
  const record = cursor && pages.at(cursor.row);
  useEffect(() => rememberNeighbours(list), [list]);
  useShortcut('enter', () => record && open(list.object, record.id), record !== undefined);
  useShortcut('x', () => record && selection.toggle([record.id]), record !== undefined);
  for (const [keys, step] of [
    ['shift+j', 1],
    ['shift+down', 1],
    ['shift+k', -1],
    ['shift+up', -1],
  ] as const) {
    // biome-ignore lint/correctness/useHookAtTopLevel: the list of keys is fixed
    useShortcut(keys, () => {
      if (record) selection.toggle([record.id], true);
      const next = cursor && pages.at(cursor.row + step);
      if (next) selection.toggle([...(record ? [record.id] : []), next.id], true);
      move(step, 0);
    });
  }
  const edit = () => {
    if (!cursor || !record) return;
    const place = columns[cursor.column]?.field.editable ? cursor : nextEditable(parts, cursor, 1);
    if (!place) return;
    put(place);
    setEditing(true);
  };
  useShortcut('e', edit, record !== undefined);
  useShortcut('f2', edit, record !== undefined);
  useShortcut('mod+a', () => selection.all());
  useShortcut('escape', () => selection.clear(), selection.count > 0);
  const widen = (step: number) => {
    const column = cursor && columns[cursor.column];
    if (column) resize(column.field.name, column.widthPx + step);
  };
  useShortcut('alt+right', () => widen(16), cursor !== undefined);
  useShortcut('alt+left', () => widen(-16), cursor !== undefined);
}
