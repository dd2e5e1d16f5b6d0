import { useNavigate } from '@tanstack/react-router';
import type { ObjectName } from '../../data/catalogue.ts';
import { recordLink } from '../../kinds/links.ts';

/** Goes to the record as it was at a moment, or back to now. */
export function useAsOf(object: ObjectName, id: string) {
  const navigate = useNavigate();
  return (asOf: string | undefined) =>
    void navigate({ ...recordLink(object, id), search: asOf ? { asOf } : {}, replace: true });
}
