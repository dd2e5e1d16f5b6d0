import { useNavigate } from '@tanstack/react-router';
import type { ObjectName } from '../data/catalogue.ts';
import { kindOf } from './index.ts';

/** Where the page of a record stands, for links and for going there. */
export function recordLink(object: ObjectName, id: string) {
  return { to: '/$kind/$id', params: { kind: kindOf(object).path, id } } as const;
}

/** Where the list of a kind stands. */
export function listLink(object: ObjectName) {
  return { to: '/$kind', params: { kind: kindOf(object).path } } as const;
}

/** Opens the page of a record. */
export function useOpenRecord() {
  const navigate = useNavigate();
  return (object: ObjectName, id: string) => void navigate(recordLink(object, id));
}
