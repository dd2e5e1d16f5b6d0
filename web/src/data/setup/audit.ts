import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { kith } from '../kith.ts';

/** An entry of the audit log. */
export interface AuditEntry {
  id: string;
  number: number;
  at: string;
  kind: string;
  operation: string;
  outcome: 'done' | 'refused' | 'failed';
  code: string | null;
  actor: { type: string; id: string; name: string | null };
  impersonatedBy: { id: string; name: string | null } | null;
  surface: string;
  address: string | null;
  requestId: string | null;
  changeSet: string | null;
  object: string | null;
  records: number;
  recordIds: string[];
  details: Record<string, unknown>;
  erased: boolean;
  hash: string;
}

/** What the log is searched by; what is empty lets everything through. */
export interface AuditFilter {
  actor: string;
  actorType: string;
  operation: string;
  record: string;
  kind: string;
  outcome: string;
  /** A day, as `2026-11-29`. */
  from: string;
  to: string;
}

export const noFilter: AuditFilter = {
  actor: '',
  actorType: '',
  operation: '',
  record: '',
  kind: '',
  outcome: '',
  from: '',
  to: '',
};

const lookMs = 5_000;
const dayMs = 24 * 60 * 60_000;

/** The filter as the server takes it: days in the time of the reader, the last one whole. */
function queryOf({ from, to, ...rest }: AuditFilter): Record<string, string> {
  const query: Record<string, string> = Object.fromEntries(
    Object.entries(rest)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value),
  );
  if (from) query.from = new Date(`${from}T00:00`).toISOString();
  if (to) query.to = new Date(new Date(`${to}T00:00`).getTime() + dayMs).toISOString();
  return query;
}

interface AuditPage {
  data: AuditEntry[];
  page: { next: string | null };
}

export const auditOptions = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      kith.call<AuditPage>(
        { method: 'GET', path: '/audit' },
        { ...queryOf(filter), limit: 50, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
    placeholderData: keepPreviousData,
    // Whoever has gone further back is not to lose the place.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : lookMs),
  });

/** Where the browser gets the same entries as a file. */
export function auditFile(filter: AuditFilter): string {
  return `/api/v1/audit/export?${new URLSearchParams(queryOf(filter))}`;
}

export interface AuditVerdict {
  intact: boolean;
  entries: number;
  from: number;
  to: number;
  heads: number;
  findings: { seq: number; what: string; says: string }[];
}

export const verifyAudit = () => kith.call<AuditVerdict>({ method: 'GET', path: '/audit/verify' }, {});
