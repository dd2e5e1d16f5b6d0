import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type AuditVerdict, auditFile, auditOptions, noFilter, verifyAudit } from '../data/setup/audit.ts';
import { SettingsSection } from '../settings/section.tsx';
import { auditTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';

/** The audit log: searched, exported, verified. */
export function AuditSection() {
  const [filter, setFilter] = useState(noFilter);
  const asked = useDeferredValue(filter);
  const list = useInfiniteQuery(auditOptions(asked));
  const verifying = useMutation({
    mutationFn: verifyAudit,
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  const entries = list.data?.pages.flatMap((page) => page.data);
  return (
    <SettingsSection title={words.title} text={words.text}>
      <div className="flex flex-wrap gap-2">
        <Button icon={ShieldCheck} busy={verifying.isPending} onClick={() => verifying.mutate()}>
          {words.verify}
        </Button>
        <LinkButton icon={Download} href={auditFile(asked)}>
          {words.export}
        </LinkButton>
      </div>
      {verifying.data && <Verdict verdict={verifying.data} />}
      <AuditFilters filter={filter} onChange={setFilter} />
      {list.error && <ProblemNote error={list.error} />}
      {!entries && !list.error && <Skeleton className="h-60 w-full" />}
      {entries?.length === 0 && !list.error && <p className="text-secondary">{words.none}</p>}
      {entries && entries.length > 0 && !list.error && (
        <ul aria-label={words.title} className="divide-y divide-line rounded-card border border-line">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="justify-self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </SettingsSection>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  if (verdict.intact) return <p role="status">{words.intact(verdict.entries, verdict.heads)}</p>;
  return (
    <div role="alert" className="grid gap-1 text-danger-text">
      <p className="font-medium">{words.broken}</p>
      <ul className="grid gap-1">
        {verdict.findings.map(({ seq, what, says }) => (
          <li key={`${seq} ${what} ${says}`}>{says}</li>
        ))}
      </ul>
    </div>
  );
}
