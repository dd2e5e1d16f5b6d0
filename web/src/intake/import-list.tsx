import { Link } from '@tanstack/react-router';
import { type Import, isMoving } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { number } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { Time } from '../ui/time.tsx';
import { StatusMark } from './status-mark.tsx';

interface ImportListProps {
  runs: Import[];
  /** In a column of a page: without the date beside. */
  narrow?: boolean;
}

/** Imports in a list, each with how it stands. */
export function ImportList({ runs, narrow = false }: ImportListProps) {
  return (
    <ul className="overflow-hidden rounded-card border border-line">
      {runs.map((run) => (
        <li key={run.id} className="border-line border-b last:border-0">
          <Link
            to="/imports/$id"
            params={{ id: run.id }}
            className={cx(
              'ring-inside grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-hover',
              narrow ? 'grid-cols-[minmax(0,1fr)_auto]' : 'tab:grid-cols-[minmax(0,1fr)_8rem_6rem] tab:items-center',
            )}
          >
            <span className="min-w-0">
              <span className="block truncate font-medium" dir="auto">
                {run.fileName}
              </span>
              <span className="block truncate text-secondary">{run.dryRun ? intakeTexts.wasCheck : summary(run)}</span>
              {isMoving(run.status) && (
                <span className="mt-1 block">
                  <Progress value={run.progress} label={run.fileName} />
                </span>
              )}
            </span>
            <StatusMark status={run.status} />
            {!narrow && <Time at={run.createdAt} className="text-secondary tab:text-right" />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function summary(run: Import): string {
  const kinds = ['created', 'updated', 'merged', 'rejected'] as const;
  const parts = kinds
    .filter((kind) => run[kind] > 0)
    .map((kind) => `${number(run[kind])} ${intakeTexts.outcomes[kind].toLowerCase()}`);
  return [intakeTexts.rowsRead(number(run.rows)), ...parts].join(' · ');
}
