import { useCallback, useState } from 'react';
import { refreshLists, refreshRecord } from '../data/cached.ts';
import { undo } from '../data/changes.ts';
import { changeBoards, changeStage } from '../data/deals.ts';
import type { Stage } from '../data/pipelines.ts';
import { ApiProblem } from '../data/problem.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { dealTexts, texts } from '../texts/index.ts';
import { money } from '../ui/money.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { moved } from './moved.ts';

/** What a stage asks for before it lets a deal in. */
export interface StageAsks {
  deal: KithRecord;
  stage: Stage;
  problem: ApiProblem;
}

function doneWords(deal: KithRecord, stage: Stage): string {
  const name = nameOf(deal);
  if (stage.kind === 'lost') return dealTexts.lost(name);
  if (stage.kind === 'open') return dealTexts.moved(name, stage.name);
  return dealTexts.won(name, typeof deal.amount === 'string' ? money(deal.amount, String(deal.currency)) : '');
}

/** Moving deals: shown at once, taken back when it is refused, and undone by a click. */
export function useMove() {
  const [asks, setAsks] = useState<StageAsks>();
  const move = useCallback(async (deal: KithRecord, stage: Stage, values?: Record<string, unknown>) => {
    changeBoards((board) => moved(board, deal.id, stage.id));
    try {
      const changeSetId = await changeStage({ deal, stageId: stage.id, ...(values ? { values } : {}) });
      setAsks(undefined);
      say(
        doneWords(deal, stage),
        changeSetId ? { label: texts.undo.action, run: () => void undo(changeSetId) } : undefined,
      );
    } catch (error) {
      const problem = ApiProblem.from(error);
      if (problem.code === 'stage_requires') setAsks({ deal, stage, problem });
      else sayFailed(problem.status === 412 ? dealTexts.conflict : dealTexts.notMoved(problem.detail));
      // A refusal inside the dialog is shown there.
      if (values) throw problem;
    } finally {
      refreshLists('deal');
      refreshRecord('deal', deal.id);
    }
  }, []);
  return { move, asks, leave: () => setAsks(undefined) };
}
