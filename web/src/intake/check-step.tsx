import { useQuery } from '@tanstack/react-query';
import { type Import, importOptions, isMoving } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Progress } from '../ui/progress.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { importedKind } from './imported.ts';
import { Samples } from './samples.tsx';
import { Tally } from './tally.tsx';
import type { Wizard } from './use-wizard.ts';

/** What would happen, before anything does. */
export function CheckStep({ wizard }: { wizard: Wizard }) {
  const { data: run, error } = useQuery(importOptions(wizard.dryRunId));
  if (error) {
    return (
      <div className="mx-auto max-w-content px-4 py-8 tab:px-8">
        <ProblemNote error={error} />
      </div>
    );
  }
  return (
    <div className="mx-auto grid max-w-content gap-6 px-4 py-6 tab:px-8">
      {!run || isMoving(run.status) ? <Checking run={run} /> : <Result run={run} wizard={wizard} />}
    </div>
  );
}

function Checking({ run }: { run: Import | undefined }) {
  return (
    <section className="grid gap-3" aria-live="polite">
      <h2 className="font-semibold text-lg">{intakeTexts.checking}</h2>
      <Progress value={run?.progress ?? 0} label={intakeTexts.checking} />
      <p className="tabular text-secondary">{intakeTexts.rowsRead(number(run?.rows ?? 0))}</p>
    </section>
  );
}

function Result({ run, wizard }: { run: Import; wizard: Wizard }) {
  const willWrite = run.created + run.updated + run.merged > 0;
  return (
    <>
      <section className="grid gap-4">
        <h2 className="text-pretty font-semibold text-lg">
          {run.status === 'done'
            ? intakeTexts.would(importedKind(run.object).words, run)
            : (run.error ?? intakeTexts.failed)}
        </h2>
        <Tally run={run} />
        {run.notices?.map((notice) => (
          <p key={notice} className="text-secondary">
            {notice}
          </p>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button
            kind="primary"
            busy={wizard.busy}
            disabled={!willWrite || run.status !== 'done'}
            onClick={() => void wizard.start(false)}
          >
            {intakeTexts.run(number(run.rows))}
          </Button>
          <Button onClick={wizard.backToColumns}>{intakeTexts.changeColumns}</Button>
        </div>
      </section>
      <Samples run={run} fields={wizard.preview?.fields ?? []} />
    </>
  );
}
