import { useMutation } from '@tanstack/react-query';
import { recordTexts } from '../texts/index.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { refreshLists, refreshRecord } from './cached.ts';
import { keptChangeSet, sayWithUndo } from './changes.ts';
import { kith } from './kith.ts';
import { ApiProblem } from './problem.ts';
import { queryClient } from './query-client.ts';
import { scoreOptions } from './records.ts';
import type { Score } from './types.ts';

const words = recordTexts.score.override;

function take(id: string, score: Score) {
  queryClient.setQueryData(scoreOptions(id).queryKey, score);
  refreshRecord('contact', id);
  refreshLists('contact');
}

export interface Override {
  score: number;
  reason: string;
  /** A moment; none when it is not said. */
  until?: string;
}

/** Sets a score by hand; it can be taken back. */
export function useOverrideScore(id: string) {
  return useMutation({
    mutationFn: async (override: Override) => {
      const kept = keptChangeSet();
      const score = await kith.contacts.overrideScore<Score>({ ...override, id }, kept.call);
      sayWithUndo(words.done(score.score), kept.id());
      return score;
    },
    onSuccess: (score) => take(id, score),
  });
}

export function useClearOverride(id: string) {
  return useMutation({
    mutationFn: async () => {
      const kept = keptChangeSet();
      const score = await kith.contacts.clearScoreOverride<Score>({ id }, kept.call);
      sayWithUndo(words.cleared(score.score), kept.id());
      return score;
    },
    onSuccess: (score) => take(id, score),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
}
