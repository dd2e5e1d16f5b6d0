import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { scoreOptions, scoringModelOptions } from '../data/records.ts';
import type { Component, Reason, Score } from '../data/types.ts';
import { recordTexts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { OverrideNote } from './override-note.tsx';
import { TierChip } from './tier-mark.tsx';

const OverrideDialog = lazily(() => import('./override-dialog.tsx').then((module) => module.OverrideDialog));

const components: { name: Component; fill: string }[] = [
  { name: 'firmographic', fill: 'bg-part-1' },
  { name: 'behavioral', fill: 'bg-part-2' },
  { name: 'intent', fill: 'bg-part-3' },
];
const usualWeights: Record<Component, number> = { firmographic: 40, behavioral: 35, intent: 25 };
const shownAtFirst = 5;

/** The score, its parts, and the reason for every point. */
export function ScoreCard({ contactId }: { contactId: string }) {
  const { data: score, error, isPending } = useQuery(scoreOptions(contactId));
  const mayOverride = useMay('scoring:override');
  const [overriding, setOverriding] = useState(false);
  return (
    <section aria-labelledby="score-heading" className="border-line border-b px-4 py-4">
      <div className="flex items-center gap-2">
        <h2 id="score-heading" className="grow font-semibold">
          {recordTexts.score.title}
        </h2>
        {score && <TierChip tier={score.tier} />}
        {score && mayOverride && (
          <IconButton
            small
            icon={Pencil}
            label={recordTexts.score.override.title}
            onClick={() => setOverriding(true)}
            className="-my-1.5 -mr-2"
          />
        )}
      </div>
      {error && <ProblemNote error={error} />}
      {isPending && <Skeleton className="mt-3 h-24 w-full" />}
      {score && (
        <>
          <p className="tabular mt-2 flex items-baseline gap-1.5">
            <span className="font-semibold text-xl">{score.score}</span>
            <span className="text-secondary">{recordTexts.score.of(100, score.grade)}</span>
          </p>
          <OverrideNote contactId={contactId} score={score} />
          <Parts score={score} />
          <Reasons reasons={score.reasons} overridden={score.override !== null} />
          <Suspense>
            {overriding && <OverrideDialog contactId={contactId} score={score} onClose={() => setOverriding(false)} />}
          </Suspense>
        </>
      )}
    </section>
  );
}

function Parts({ score }: { score: Score }) {
  const weights = useQuery(scoringModelOptions).data?.weights ?? usualWeights;
  return (
    <dl className="mt-3 grid gap-1.5">
      {components.map(({ name, fill }) => {
        const most = weights[name];
        const points = score.reasons.reduce((sum, reason) => sum + (reason.component === name ? reason.points : 0), 0);
        return (
          <div
            key={name}
            data-tip={recordTexts.score.about[name]}
            className="grid grid-cols-[7rem_1fr_3.5rem] items-center gap-2"
          >
            <dt className="text-secondary">{recordTexts.score.components[name]}</dt>
            <dd aria-hidden className="h-1.5 overflow-hidden rounded-full bg-pressed">
              <span
                className={`block h-full rounded-full ${fill}`}
                style={{ inlineSize: `${Math.min(100, score.breakdown[name] ?? 0)}%` }}
              />
            </dd>
            <dd className="tabular text-right">
              {points} <span className="text-secondary">/ {most}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Reasons({ reasons, overridden }: { reasons: Reason[]; overridden: boolean }) {
  const [all, setAll] = useState(false);
  const sorted = [...reasons].sort((left, right) => Math.abs(right.points) - Math.abs(left.points));
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  if (sorted.length === 0) return <p className="mt-4 text-secondary">{recordTexts.score.noReasons}</p>;
  return (
    <>
      <h3 className="mt-4 mb-1 font-medium text-secondary text-xs">
        {overridden ? recordTexts.score.override.whyComputed : recordTexts.score.why}
      </h3>
      <ul>
        {shown.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two reasons may say the same of different days
          <li key={at} className="grid grid-cols-[2.25rem_1fr] gap-x-1 py-1.5">
            <span className="tabular font-medium">{reason.points > 0 ? `+${reason.points}` : reason.points}</span>
            <span className="min-w-0">
              <span className="text-pretty">{reason.text.replace(/: [+-]\d+$/, '')}</span>
              {reason.at && <Time at={reason.at} className="block text-secondary text-xs" />}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shownAtFirst && (
        <Button small kind="quiet" onClick={() => setAll(!all)} className="-ml-2 mt-1">
          {all ? recordTexts.score.fewer : recordTexts.score.more(sorted.length - shownAtFirst)}
        </Button>
      )}
    </>
  );
}
