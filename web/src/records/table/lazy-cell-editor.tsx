import { Suspense } from 'react';
import { lazily } from '../../ui/lazily.ts';
import type { CellEditorProps } from './cell-editor.tsx';

/** How an edit ended, and where the person goes next. */
export type Leave = 'stay' | 'next' | 'previous';

const load = () => import('./cell-editor.tsx').then((module) => module.CellEditor);
const CellEditor = lazily(load);

/** Fetches the editors' code before the first edit. */
export const warmCellEditor = () => void load();

/** Editing in place; its code is not needed to read. */
export function LazyCellEditor(props: CellEditorProps) {
  return (
    <Suspense>
      <CellEditor {...props} />
    </Suspense>
  );
}
