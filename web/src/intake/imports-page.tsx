import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { type Import, importsOptions, isMoving } from '../data/imports.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { DropZone } from './drop-zone.tsx';
import { giveFile } from './given-file.ts';
import { StatusMark } from './status-mark.tsx';

/** Every file that was imported or checked, the newest first. */
export function ImportsPage() {
  const { data: runs, error, isPending, refetch } = useQuery(importsOptions);
  const navigate = useNavigate();
  useTitle(texts.places.imports);
  const begin = (file?: File) => {
    if (file) giveFile(file);
    void navigate({ to: '/imports/new', search: {} });
  };
  return (
    <>
      <PageHeader
        actions={
          <Button small kind="primary" icon={Upload} onClick={() => begin()}>
            {texts.intake.start}
          </Button>
        }
      >
        <PageTitle>{texts.places.imports}</PageTitle>
      </PageHeader>
      <div className="min-h-0 grow overflow-y-auto">
        {error && !runs ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <div className="mx-auto grid max-w-content gap-6 px-4 py-6 tab:px-8">
            <DropZone compact={(runs?.length ?? 0) > 0} onFile={begin} />
            {isPending && <Skeleton className="h-40 w-full" />}
            {runs && runs.length > 0 && <ImportList runs={runs} />}
          </div>
        )}
      </div>
    </>
  );
}

export function ImportList({ runs }: { runs: Import[] }) {
  return (
    <ul className="overflow-hidden rounded-card border border-line">
      {runs.map((run) => (
        <li key={run.id} className="border-line border-b last:border-0">
          <Link
            to="/imports/$id"
            params={{ id: run.id }}
            className="ring-inside grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-hover tab:grid-cols-[minmax(0,1fr)_8rem_6rem] tab:items-center"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium" dir="auto">
                {run.fileName}
              </span>
              <span className="block truncate text-secondary">{run.dryRun ? texts.intake.wasCheck : summary(run)}</span>
              {isMoving(run.status) && (
                <span className="mt-1 block">
                  <Progress value={run.progress} label={run.fileName} />
                </span>
              )}
            </span>
            <StatusMark status={run.status} />
            <Time at={run.createdAt} className="text-secondary tab:text-right" />
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
    .map((kind) => `${number(run[kind])} ${texts.intake.outcomes[kind].toLowerCase()}`);
  return [texts.intake.rowsRead(number(run.rows)), ...parts].join(' · ');
}
