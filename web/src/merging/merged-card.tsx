import { useQuery } from '@tanstack/react-query';
import { Suspense, useId, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { type Merge, mergesOptions, type Question } from '../data/setup/merging.ts';
import { mergingTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Time } from '../ui/time.tsx';
import { takeBackOrAsk } from './take-back.ts';

const QuestionsDialog = lazily(() => import('./questions-dialog.tsx').then((module) => module.QuestionsDialog));

/** What was merged into the contact of the page, and the way back. Nothing where nothing was. */
export function MergedCard({ contactId }: { contactId: string }) {
  const id = useId();
  const mayUndo = useMay('changes:undo');
  const { data } = useQuery(mergesOptions(contactId));
  const [asked, ask] = useState<{ merge: Merge; questions: Question[] }>();
  const [busy, setBusy] = useState<string>();
  const merges = (data?.data ?? []).filter(
    ({ winner, status }) => winner.id === contactId && (status === 'merged' || status === 'merging'),
  );
  if (merges.length === 0) return null;
  const separate = async (merge: Merge) => {
    setBusy(merge.id);
    const questions = await takeBackOrAsk(merge.id);
    setBusy(undefined);
    if (questions.length > 0) ask({ merge, questions });
  };
  return (
    <section aria-labelledby={id} className="border-line border-b px-4 py-4 last:border-0">
      <h2 id={id} className="font-semibold">
        {words.card}
      </h2>
      <ul className="mt-2 grid gap-2">
        {merges.map((merge) => {
          const names = merge.merged.map(({ name }) => name).join(', ');
          return (
            <li key={merge.id} className="flex items-center gap-2">
              <span className="min-w-0 grow">
                <span className="block truncate" dir="auto">
                  {names}
                </span>
                <span className="text-secondary text-xs">
                  <Time at={merge.at} /> {merge.by && words.mergedBy(merge.by.name)}
                </span>
              </span>
              {mayUndo && (
                <Button
                  small
                  busy={busy === merge.id}
                  aria-label={words.separateOne(names)}
                  onClick={() => void separate(merge)}
                >
                  {words.separate}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense>
        {asked && (
          <QuestionsDialog mergeId={asked.merge.id} questions={asked.questions} onClose={() => ask(undefined)} />
        )}
      </Suspense>
    </section>
  );
}
