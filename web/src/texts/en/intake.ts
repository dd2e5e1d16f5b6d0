import type { KindWords } from '../kind-words.ts';
import { counted } from '../plural.ts';

interface Tally {
  created: number;
  updated: number;
}
const becomes = ({ counted: [one, many] }: KindWords, run: Tally) => counted(run.created, one, many);

/** Texts of importing files. */
export const intake = {
  start: 'Import a file',
  choose: 'Choose a file',
  drop: 'Drop a CSV file here.',
  dropText: 'Any delimiter, any encoding, any length.',
  promise: 'Nothing is changed before you have seen what would happen. A whole import can be taken back afterwards.',
  into: 'Rows become',
  sending: 'is being sent',
  reading: 'is being read',
  steps: { file: 'File', columns: 'Columns', check: 'Check' },
  otherFile: 'Another file',
  check: 'Check the file',
  checking: 'Checking what would happen',
  importing: 'Importing',
  mapped: (mapped: number, all: number) => `${mapped} of ${counted(all, 'column', 'columns')} understood`,
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' },
  column: 'Column',
  examples: 'Examples',
  noExamples: 'empty in the first rows',
  field: 'Becomes',
  fieldOf: (column: string) => `What the column ${column} becomes`,
  sure: 'How sure',
  guess: 'A guess',
  likely: 'Likely',
  certain: 'Sure',
  byHand: 'Chosen by you',
  confidence: (percent: number) => `${percent} % sure, by the name and the values of the column`,
  keep: 'Kept beside the record',
  suggested: 'Suggested',
  allFields: 'All fields',
  options: 'Options',
  mode: 'What may happen',
  modes: {
    createAndUpdate: 'Create new ones and update known ones',
    createOnly: 'Only create new ones',
    updateOnly: 'Only update known ones',
  },
  matchKey: 'Known by',
  matchKeyHint: 'What makes a row and a record the same.',
  matchKeys: { email: 'E-mail', phone: 'Phone', domain: 'Domain', name: 'Name', none: 'Nothing: every row is new' },
  owner: 'Owner of new records',
  tags: 'Tags for all',
  would: (kind: KindWords, run: Tally) =>
    `${becomes(kind, run)} would be created, ${run.updated.toLocaleString()} updated`,
  did: (kind: KindWords, run: Tally) => `${becomes(kind, run)} created, ${run.updated.toLocaleString()} updated`,
  run: (count: string) => `Import ${count} rows`,
  changeColumns: 'Change the columns',
  outcomes: { created: 'Created', updated: 'Updated', merged: 'Merged', skipped: 'Unchanged', rejected: 'Rejected' },
  about: {
    created: 'Rows that make a new record',
    updated: 'Rows that change a record that was there',
    merged: 'Rows that went into another row of this file',
    skipped: 'Rows that say nothing new',
    rejected: 'Rows that name nobody, or cannot be read',
  },
  marked: (count: number) =>
    `${counted(count, 'row has', 'rows have')} cells that could not be used; the rest of the row is taken.`,
  markedRows: (count: number) => `Download ${counted(count, 'marked row', 'marked rows')}`,
  samples: 'Examples',
  row: (row: number) => `Row ${row.toLocaleString()}`,
  rowsRead: (count: string) => `${count} rows`,
  rate: (count: string) => `${count} rows/s`,
  left: (time: string) => `about ${time} left`,
  pause: 'Pause',
  resume: 'Go on',
  pausedAt: (count: string) => `Paused after ${count} rows`,
  cancelledAt: (count: string) => `Cancelled after ${count} rows`,
  failed: 'The import has failed',
  accountsCreated: (count: number) =>
    `${counted(count, 'account was', 'accounts were')} created for the companies in the file.`,
  see: (kind: KindWords) => `See the ${kind.counted[1]}`,
  rejects: (count: number) => `Download ${counted(count, 'rejected row', 'rejected rows')}`,
  undo: 'Undo the import',
  another: 'Import another file',
  wasCheck: 'Only checked, nothing changed',
  statuses: {
    queued: 'Waiting',
    running: 'Running',
    paused: 'Paused',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
};
