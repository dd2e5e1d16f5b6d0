import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { stageHistoryOptions } from '../data/deals.ts';
import { dealTexts } from '../texts/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';

/** The way of a deal through the stages, the latest first, with the time that it spent in each. */
export function StageHistoryCard({ dealId }: { dealId: string }) {
  const id = useId();
  const { data, error, isPending } = useQuery(stageHistoryOptions(dealId));
  const steps = [...(data ?? [])].reverse();
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <h2 id={id} className="font-semibold">
        {dealTexts.history}
      </h2>
      <ProblemNote error={error} />
      {isPending && <Skeleton className="mt-3 h-16 w-full" />}
      <ol className="mt-1">
        {steps.map((step, at) => {
          // How long it stayed is known of a stage once it has left it: by the step after this one.
          const hours = steps[at - 1]?.timeInStageHours;
          return (
            <li key={step.changedAt} className="flex min-h-control-small items-center gap-2 py-0.5">
              <span className="min-w-0 grow truncate">
                {step.toStage}
                {step.changedBy && <span className="text-secondary"> · {step.changedBy.name}</span>}
              </span>
              {typeof hours === 'number' && (
                <span className="tabular whitespace-nowrap text-secondary text-xs">{dealTexts.stayed(hours)}</span>
              )}
              <Time at={step.changedAt} className="whitespace-nowrap text-secondary text-xs" />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
