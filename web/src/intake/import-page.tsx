import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight, Download, Pause, Play, Undo2, X } from 'lucide-react';
import { undo } from '../data/changes.ts';
import { type Import, importOptions, isMoving, moveImport, rejectsAddress } from '../data/imports.ts';
import { ApiProblem } from '../data/problem.ts';
import { download } from '../records/list/download.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { duration, number } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { sayFailed } from '../ui/toast.tsx';
import { Samples } from './samples.tsx';
import { StatusMark } from './status-mark.tsx';
import { Tally } from './tally.tsx';

/** One import: how far it is, what became of the rows, and the way back. */
export function ImportPage() {
  const { id } = useParams({ from: '/shell/imports/$id' });
  const { data: run, error, refetch } = useQuery(importOptions(id));
  useTitle(run?.fileName);
  return (
    <>
      <PageHeader>
        <Link to="/imports" className="shrink-0 rounded-mark text-secondary hover:text-text">
          {texts.places.imports}
        </Link>
        <ChevronRight aria-hidden className="size-3.5 text-faint" />
        <PageTitle>{run?.fileName ?? ' '}</PageTitle>
      </PageHeader>
      <div className="min-h-0 grow overflow-y-auto">
        {error && !run ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <div className="mx-auto grid max-w-content gap-6 px-4 py-6 tab:px-8">
            {run ? <Run run={run} /> : <Skeleton className="h-40 w-full" />}
          </div>
        )}
      </div>
    </>
  );
}

function Run({ run }: { run: Import }) {
  const open = isMoving(run.status) || run.status === 'paused';
  return (
    <>
      <section className="grid gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-pretty font-semibold text-lg">{headline(run)}</h2>
          <StatusMark status={run.status} />
        </div>
        {open && <Moving run={run} />}
        {run.error && <p className="rounded-control bg-danger-soft px-3 py-2 text-danger-text">{run.error}</p>}
        <Tally run={run} />
        {run.accountsCreated ? (
          <p className="text-secondary">{texts.intake.accountsCreated(run.accountsCreated)}</p>
        ) : null}
        {run.notices?.map((notice) => (
          <p key={notice} className="text-secondary">
            {notice}
          </p>
        ))}
        {!open && <Afterwards run={run} />}
      </section>
      {run.dryRun && !open && <Samples run={run} fields={[]} />}
    </>
  );
}

function headline(run: Import): string {
  if (isMoving(run.status)) return run.dryRun ? texts.intake.checking : texts.intake.importing;
  if (run.status === 'paused') return texts.intake.pausedAt(number(run.rows));
  if (run.status === 'cancelled') return texts.intake.cancelledAt(number(run.rows));
  if (run.status === 'failed') return texts.intake.failed;
  return run.dryRun ? texts.intake.would(run) : texts.intake.did(run);
}

/** The bar, the rate, the time left; pausing and stopping. */
function Moving({ run }: { run: Import }) {
  const move = (verb: 'pause' | 'resume' | 'cancel') =>
    void moveImport(run.id, verb).catch((error) => sayFailed(ApiProblem.from(error).detail));
  const facts = [
    texts.intake.rowsRead(number(run.rows)),
    run.rowsPerSecond ? texts.intake.rate(number(run.rowsPerSecond)) : '',
    run.secondsLeft !== null && run.status === 'running' ? texts.intake.left(duration(run.secondsLeft)) : '',
  ];
  return (
    <div className="grid gap-3">
      <Progress value={run.progress} label={texts.intake.importing} />
      <div className="flex flex-wrap items-center gap-2">
        <p className="tabular grow text-secondary">{facts.filter(Boolean).join(' · ')}</p>
        {run.status === 'paused' ? (
          <Button small kind="primary" icon={Play} onClick={() => move('resume')}>
            {texts.intake.resume}
          </Button>
        ) : (
          <Button small icon={Pause} onClick={() => move('pause')}>
            {texts.intake.pause}
          </Button>
        )}
        <Button small icon={X} onClick={() => move('cancel')}>
          {texts.common.cancel}
        </Button>
      </div>
    </div>
  );
}

function Afterwards({ run }: { run: Import }) {
  const navigate = useNavigate();
  const wrote = !run.dryRun && run.created + run.updated > 0;
  const filter = {
    and: [
      { createdAt: { gte: run.startedAt ?? run.createdAt } },
      ...(run.endedAt ? [{ createdAt: { lte: run.endedAt } }] : []),
    ],
  };
  return (
    <div className="flex flex-wrap gap-2">
      {wrote && (
        <Button
          kind="primary"
          onClick={() =>
            void navigate({
              to: run.object === 'accounts' ? '/accounts' : '/contacts',
              search: run.created > 0 ? { filter } : { sort: '-updatedAt' },
            })
          }
        >
          {texts.intake.see[run.object]}
        </Button>
      )}
      {run.rejected + run.marked > 0 && (
        <Button icon={Download} onClick={() => download(rejectsAddress(run.id, run.marked > 0))}>
          {run.rejected > 0 ? texts.intake.rejects(run.rejected) : texts.intake.markedRows(run.marked)}
        </Button>
      )}
      {wrote && run.changeSetId && (
        <Button icon={Undo2} onClick={() => run.changeSetId && void undo(run.changeSetId)}>
          {texts.intake.undo}
        </Button>
      )}
      <Button kind="quiet" onClick={() => void navigate({ to: '/imports/new', search: {} })}>
        {texts.intake.another}
      </Button>
    </div>
  );
}
