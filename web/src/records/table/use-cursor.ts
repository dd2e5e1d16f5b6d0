import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import { useShortcut } from '../../shell/shortcuts.ts';
import { scrollFor } from './window.ts';

export interface Cursor {
  row: number;
  column: number;
}

interface CursorOptions {
  scroller: RefObject<HTMLDivElement | null>;
  rows: number;
  columns: number;
  rowPx: number;
  headPx: number;
}

/** The active cell of a grid, and the keys that move it: `j k`, the arrows, Home, End, Page up and down. */
export function useCursor({ scroller, rows, columns, rowPx, headPx }: CursorOptions) {
  const [cursor, setCursor] = useState<Cursor>();
  const show = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = scrollFor(row, element.scrollTop, element.clientHeight - headPx, rowPx, rows);
      if (top !== undefined) element.scrollTop = top;
    },
    [scroller, headPx, rowPx, rows],
  );
  const put = useCallback((next: Cursor | undefined) => setCursor(next), []);
  const move = useCallback(
    (rowStep: number, columnStep: number) => {
      if (rows === 0) return;
      const next = {
        row: Math.min(rows - 1, Math.max(0, (cursor?.row ?? -Math.sign(rowStep || 1)) + rowStep)),
        column: Math.min(columns - 1, Math.max(0, (cursor?.column ?? 0) + columnStep)),
      };
      setCursor(next);
      show(next.row);
      if (document.activeElement !== scroller.current) scroller.current?.focus({ preventScroll: true });
    },
    [rows, columns, cursor, show, scroller],
  );
  useShortcut('j', () => move(1, 0));
  useShortcut('k', () => move(-1, 0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx) - 1);
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: [-rows, 0],
      End: [rows, 0],
    };
    const step = steps[event.key];
    if (!step || event.shiftKey) return;
    event.preventDefault();
    move(...step);
  };
  return { cursor, put, move, show, onKeyDown };
}
