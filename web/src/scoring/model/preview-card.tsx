import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../data/session.ts';
import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import { beginPreview, type Preview, previewOptions } from '../../data/setup/scoring-models.ts';
import { scoringTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ProblemNote } from '../../ui/state.tsx';
import { TierMark } from '../tier-mark.tsx';
import { tierName } from '../tiers.ts';

const words = scoringTexts.preview;

/** Whom the changes would move from tier to tier, before anything is saved. */
export function PreviewCard({ model, disabled }: { model: ScoringModel; disabled: boolean }) {
  const user = useSession()?.user;
  const [shownFor, setShownFor] = useState<ScoringModel>();
  const [begun, setBegun] = useState(0);
  const begin = useMutation({
    mutationFn: () => beginPreview(words.draft(user?.name ?? ''), model),
    onSuccess: () => {
      setShownFor(model);
      setBegun((count) => count + 1);
    },
  });
  const preview = useQuery(previewOptions(begin.data, begun));
  const current = shownFor === model ? preview.data : undefined;
  return (
    <section aria-label={words.title} className="grid gap-3 rounded-card border border-line p-4">
      {current?.status === 'done' ? (
        <Moves preview={current} />
      ) : (
        <>
          <p className="text-pretty text-secondary">{words.text}</p>
          {current && <Progress value={current.progress} label={words.looking} />}
          <Button
            disabled={disabled}
            busy={begin.isPending || current !== undefined}
            onClick={() => begin.mutate()}
            className="justify-self-start"
          >
            {words.begin}
          </Button>
        </>
      )}
      <ProblemNote error={begin.error ?? preview.error} />
    </section>
  );
}

function Moves({ preview }: { preview: Preview }) {
  const { changes, changedTier, contacts, averageBefore, averageAfter } = preview;
  return (
    <div role="status" className="grid gap-2">
      <p className="font-semibold">{changedTier === 0 ? words.nobody(contacts) : words.some(changedTier, contacts)}</p>
      <ul className="grid gap-1.5">
        {changes.map(({ from, to, count, examples }) => {
          const names = examples.map((one) => one.name).filter(Boolean);
          return (
            <li key={`${from} ${to}`}>
              <span className="flex items-center gap-1.5">
                <TierMark tier={to} />
                {words.move(count, tierName(from), tierName(to))}
              </span>
              {names.length > 0 && (
                <span className="block truncate pl-5.5 text-secondary text-xs">{names.join(', ')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="text-secondary text-xs">{words.average(averageBefore, averageAfter)}</p>
    </div>
  );
}
