const inAnyColumn = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '–',
  '.',
  '?',
  'n/a',
  '#n/a',
  '#null!',
  '#ref!',
  '#value!',
  '#name?',
  '(null)',
  '\\n',
  '(none)',
  '(blank)',
  '(empty)',
]);
const inTypedColumns = new Set([
  'null',
  'none',
  'nil',
  'nan',
  'undefined',
  'unknown',
  'n.a.',
  'nicht bekannt',
  'unbekannt',
  'keine',
  'kein',
  'ninguno',
  'aucun',
  'aucune',
  'inconnu',
  'desconocido',
  'tbd',
  'tba',
  '0000-00-00',
]);
const longestBlank = 12;

/** Whether a cell says that there is nothing. In columns of text `None` and `Null` may be names, so less counts there. */
export function isBlank(cell: string, typed: boolean): boolean {
  if (cell.length > longestBlank) return false;
  const word = cell.trim().toLowerCase();
  return inAnyColumn.has(word) || (typed && inTypedColumns.has(word));
}
