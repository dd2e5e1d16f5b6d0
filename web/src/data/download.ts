import { kindOf } from '../kinds/index.ts';
import type { ListQuery } from './records.ts';

/** Lets the browser fetch a file by itself: a list of a million rows must not pass through the page's memory. */
function download(path: string, query: Record<string, string | undefined>): void {
  const words = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const link = document.createElement('a');
  link.href = `/api/v1${path}?${words}`;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

export function downloadList(list: ListQuery, fields: readonly string[]): void {
  const { path, api = path } = kindOf(list.object);
  download(`/${api}/export`, {
    q: list.q,
    sort: list.sort,
    filter: list.filter ? JSON.stringify(list.filter) : undefined,
    fields: fields.join(','),
  });
}

export function downloadRejects(importId: string, marked: boolean): void {
  download(`/imports/${importId}/rejects`, { marked: marked ? 'true' : undefined });
}
