import { queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';

/** A kind of record that the workspace has made. */
export interface CustomObject {
  id: string;
  name: string;
  plural: string;
  label: string;
  pluralLabel: string;
  nameLabel: string;
  description: string;
  prefix: string;
  version: number;
  deletedAt: string | null;
}

export const objectsOptions = queryOptions({
  queryKey: ['objects'],
  queryFn: ({ signal }) =>
    kith.call<{ data: CustomObject[]; deleted: CustomObject[] }>({ method: 'GET', path: '/objects' }, {}, { signal }),
  staleTime: 5 * 60_000,
});
