import { texts } from '../texts/index.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { refreshEverything } from './cached.ts';
import { type CallOptions, kith } from './kith.ts';
import { ApiProblem } from './problem.ts';

interface Undone {
  changeSetId: string;
  /** `running`: so many records that it is done in the background. */
  status?: 'done' | 'running';
  undone: number;
  kept: { recordId: string; field: string; reason: string }[];
}

interface Latest {
  changeSet: { id: string } | null;
}

/** Takes a change set back, says what came of it, and offers to take that back as well. */
export async function undo(changeSetId: string): Promise<void> {
  try {
    const answer = await kith.changes.undo<Undone>({ changeSetId });
    const text =
      answer.status === 'running'
        ? texts.undo.running
        : answer.kept.length > 0
          ? texts.undo.partly(answer.undone, answer.kept.length)
          : texts.undo.done(answer.undone);
    say(
      text,
      answer.changeSetId && answer.changeSetId !== changeSetId
        ? { label: texts.undo.redo, run: () => void undo(answer.changeSetId) }
        : undefined,
    );
  } catch (error) {
    sayFailed(texts.undo.failed(ApiProblem.from(error).detail));
  } finally {
    refreshEverything();
  }
}

/** Ctrl/Cmd-Z: takes back the last thing that I did, whatever it was. */
export async function undoLatest(): Promise<void> {
  try {
    const { changeSet } = await kith.changes.latest<Latest>();
    if (changeSet) await undo(changeSet.id);
    else say(texts.undo.nothing);
  } catch (error) {
    sayFailed(texts.undo.failed(ApiProblem.from(error).detail));
  }
}

/** Keeps the change set that a write makes, so that the write can be taken back. */
export function keptChangeSet() {
  let changeSetId: string | undefined;
  return {
    call: { onDetails: (details) => (changeSetId = details.changeSetId) } satisfies CallOptions,
    id: () => changeSetId,
  };
}

/** Says what was done; where it can be taken back, offers to. */
export function sayWithUndo(text: string, changeSetId: string | undefined): void {
  say(text, changeSetId ? { label: texts.undo.action, run: () => void undo(changeSetId) } : undefined);
}
