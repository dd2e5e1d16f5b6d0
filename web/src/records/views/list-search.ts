/** What a list's address says: enough to show the same list to somebody else. */
export interface ListSearch {
  view?: string;
  q?: string;
  /** null: the view's own filter is taken away. */
  filter?: Record<string, unknown> | null;
  sort?: string;
  columns?: string[];
  create?: boolean;
  /** How the list is looked at: `table`, or another look of its kind. */
  look?: string;
  /** Of deals: the pipeline that the board shows. */
  pipeline?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const read: ListSearch = {};
  if (typeof search.view === 'string') read.view = search.view;
  if (search.q !== undefined && search.q !== '') read.q = String(search.q);
  if (search.filter === null || isObject(search.filter)) read.filter = search.filter;
  if (typeof search.sort === 'string') read.sort = search.sort;
  if (Array.isArray(search.columns)) read.columns = search.columns.filter((name) => typeof name === 'string');
  if (search.create === true) read.create = true;
  if (typeof search.look === 'string') read.look = search.look;
  if (typeof search.pipeline === 'string') read.pipeline = search.pipeline;
  return read;
}
