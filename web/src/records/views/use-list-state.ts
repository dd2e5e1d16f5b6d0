import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type ObjectName, useFields } from '../../data/catalogue.ts';
import type { ListQuery } from '../../data/records.ts';
import type { SavedView } from '../../data/types.ts';
import { viewsOptions } from '../../data/views.ts';
import { kindOf, type Look } from '../../kinds/index.ts';
import { listLink } from '../../kinds/links.ts';
import type { ListSearch } from './list-search.ts';

export interface ListState {
  object: ObjectName;
  views: SavedView[];
  view: SavedView | undefined;
  list: ListQuery;
  columns: readonly string[];
  /** How it is looked at; undefined: as a table. */
  look: Look | undefined;
  /** The pipeline of a board, where one was chosen. */
  pipeline: string | undefined;
  /** The list differs from the view that it started from. */
  changed: boolean;
  change: (change: { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }) => void;
  choose: (view: SavedView | undefined) => void;
}

/** The list that the address describes: a saved view, and what was changed on top of it. */
export function useListState(object: ObjectName): ListState {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const views = useQuery(viewsOptions(object)).data;
  const fields = useFields(object);
  const view = views?.find((one) => one.id === search.view);
  const go = useCallback(
    (next: ListSearch, replace: boolean) => void navigate({ ...listLink(object), search: next, replace }),
    [navigate, object],
  );
  return useMemo(() => {
    const kind = kindOf(object);
    const filter = search.filter === undefined ? (view?.filter ?? undefined) : (search.filter ?? undefined);
    const columns = search.columns ?? view?.columns ?? kind.usualColumns?.(fields) ?? kind.columns;
    return {
      object,
      views: views ?? [],
      view,
      list: {
        object,
        q: search.q,
        filter,
        sort: search.sort ?? view?.sort ?? kind.sort,
        fields: fieldsOf(kind.shown, columns),
      },
      columns,
      look: kind.looks?.find((one) => one.name === search.look) ?? (search.look ? undefined : kind.looks?.[0]),
      pipeline: search.pipeline,
      changed: search.filter !== undefined || search.sort !== undefined || search.columns !== undefined,
      change: (change) => go(clean({ ...search, ...change }), true),
      choose: (next) => go(clean({ look: search.look, pipeline: search.pipeline, view: next?.id }), false),
    };
  }, [object, search, view, views, fields, go]);
}

/** What a list needs of each record: its columns, and what its rows show of their own. */
function fieldsOf(own: readonly string[], columns: readonly string[]): string[] {
  const asked = new Set([...own, ...columns.map((name) => (name.startsWith('custom.') ? 'customFields' : name))]);
  return [...asked].sort();
}

function clean(search: { [Name in keyof ListSearch]: ListSearch[Name] | undefined }): ListSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}
