import type { AuditEntry } from '../data/setup/audit.ts';
import { auditTexts as words } from '../texts/index.ts';
import { Chip } from '../ui/chip.tsx';
import { exactTime } from '../ui/format.ts';
import { Time } from '../ui/time.tsx';

/** One entry as a line, with all that is known of it below. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { actor, impersonatedBy, outcome } = entry;
  return (
    <li>
      <details className="group px-4 py-2.5">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 grow">
            <span className="font-medium">{actor.name ?? words.somebody}</span>
            {impersonatedBy && <span>{words.as(impersonatedBy.name ?? words.somebody)}</span>}{' '}
            <code className="wrap-anywhere font-mono text-xs">{entry.operation}</code>{' '}
            {entry.records > 0 && <span className="text-secondary">{words.records(entry.records)}</span>}
          </span>
          {outcome !== 'done' && <Chip tone="danger">{words.outcomes[outcome]}</Chip>}
          <span className="text-secondary text-xs">
            {[entry.surface, entry.address].filter(Boolean).join(' · ')} · <Time at={entry.at} />
          </span>
        </summary>
        <Details entry={entry} />
      </details>
    </li>
  );
}

const mostShown = 20;

function Details({ entry }: { entry: AuditEntry }) {
  const { details } = words;
  const shown: [string, string | null][] = [
    [details.number, String(entry.number)],
    [details.time, exactTime(entry.at)],
    [details.actor, `${entry.actor.type} ${entry.actor.id}`],
    [details.surface, entry.surface],
    [details.address, entry.address],
    [details.request, entry.requestId],
    [details.code, entry.code],
    [details.changeSet, entry.changeSet],
    [details.records, entry.recordIds.slice(0, mostShown).join(', ')],
    [details.more, Object.keys(entry.details).length > 0 ? JSON.stringify(entry.details) : null],
    [details.hash, entry.hash],
  ];
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 rounded-control bg-sunken p-3 text-xs tab:grid-cols-[auto_1fr]">
      {shown
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-secondary">{label}</dt>
            <dd className="wrap-anywhere font-mono">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
