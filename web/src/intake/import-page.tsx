import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight, Download, Pause, Play, Undo2, X } from 'lucide-react';
import { undo } from '../data/changes.ts';
import { downloadRejects } from '../data/download.ts';
import { type Import, importOptions, isMoving, moveImport } from '../data/imports.ts';
import { ApiProblem } from '../data/problem.ts';
import { listLink } from '../kinds/links.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { intakeTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { duration, number } from '../ui/format.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { Progress } from '../ui/progress.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { importedKind } from './imported.ts';
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
          <p className="text-secondary">{intakeTexts.accountsCreated(run.accountsCreated)}</p>
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
  if (isMoving(run.status)) return run.dryRun ? intakeTexts.checking : intakeTexts.importing;
  if (run.status === 'paused') return intakeTexts.pausedAt(number(run.rows));
  if (run.status === 'cancelled') return intakeTexts.cancelledAt(number(run.rows));
  if (run.status === 'failed') return intakeTexts.failed;
  const { words } = importedKind(run.object);
  return run.dryRun ? intakeTexts.would(words, run) : intakeTexts.did(words, run);
}

/** The bar, the rate, the time left; pausing and stopping. */
function Moving({ run }: { run: Import }) {
  const move = (verb: 'pause' | 'resume' | 'cancel') =>
    void moveImport(run.id, verb).catch((error) => sayFailed(ApiProblem.from(error).detail));
  const facts = [
    intakeTexts.rowsRead(number(run.rows)),
    run.rowsPerSecond ? intakeTexts.rate(number(run.rowsPerSecond)) : '',
    run.secondsLeft !== null && run.status === 'running' ? intakeTexts.left(duration(run.secondsLeft)) : '',
  ];
  return (
    <div className="grid gap-3">
      <Progress value={run.progress} label={intakeTexts.importing} />
      <div className="flex flex-wrap items-center gap-2">
        <p className="tabular grow text-secondary">{facts.filter(Boolean).join(' · ')}</p>
        {run.status === 'paused' ? (
          <Button small kind="primary" icon={Play} onClick={() => move('resume')}>
            {intakeTexts.resume}
          </Button>
        ) : (
          <Button small icon={Pause} onClick={() => move('pause')}>
            {intakeTexts.pause}
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
  const kind = importedKind(run.object);
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
              ...listLink(kind.name),
              search: run.created > 0 ? { filter } : { sort: '-updatedAt' },
            })
          }
        >
          {intakeTexts.see(kind.words)}
        </Button>
      )}
      {run.rejected + run.marked > 0 && (
        <Button icon={Download} onClick={() => downloadRejects(run.id, run.marked > 0)}>
          {run.rejected > 0 ? intakeTexts.rejects(run.rejected) : intakeTexts.markedRows(run.marked)}
        </Button>
      )}
      {wrote && run.changeSetId && (
        <Button icon={Undo2} onClick={() => run.changeSetId && void undo(run.changeSetId)}>
          {intakeTexts.undo}
        </Button>
      )}
      <Button kind="quiet" onClick={() => void navigate({ to: '/imports/new', search: {} })}>
        {intakeTexts.another}
      </Button>
    </div>
  );
}
