import type { Tally } from './store/imports.ts';

/** Told how many rows of imports became what: metrics hang here. */
export type RowsObserver = (object: string, outcome: string, rows: number) => void;

const observers: RowsObserver[] = [];

export function observeImportRows(observer: RowsObserver): void {
  observers.push(observer);
}

const outcomes = ['created', 'updated', 'merged', 'skipped', 'rejected'] as const;

/** Tells the observers of a chunk that has been written. */
export function tellRows(object: string, tally: Tally): void {
  for (const outcome of outcomes)
    if (tally[outcome] > 0) for (const observer of observers) observer(object, outcome, tally[outcome]);
}
