import { useMay } from '../data/permissions.ts';
import { useClearOverride } from '../data/score-override.ts';
import type { Score } from '../data/types.ts';
import { recordTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { exactDay } from '../ui/format.ts';
import { Time } from '../ui/time.tsx';
import { tierName } from './tiers.ts';

const words = recordTexts.score.override;

/** That a score was set by hand: by whom, why, for how long, and what it would be else. */
export function OverrideNote({ contactId, score }: { contactId: string; score: Score }) {
  const may = useMay('scoring:override');
  const clear = useClearOverride(contactId);
  const { override, computed } = score;
  if (!override) return null;
  return (
    <div className="mt-2 grid gap-1 rounded-control bg-sunken px-3 py-2">
      <p className="wrap-anywhere text-pretty">{override.reason}</p>
      <p className="text-secondary text-xs">
        {words.by(override.byName)} <Time at={override.at} />
        {override.until && `, ${words.untilDay(exactDay(override.until))}`}
      </p>
      <p className="tabular text-secondary text-xs">{words.computed(computed.score, tierName(computed.tier))}</p>
      {may && (
        <Button
          small
          kind="link"
          busy={clear.isPending}
          onClick={() => clear.mutate()}
          className="-ml-2 justify-self-start"
        >
          {words.clear}
        </Button>
      )}
    </div>
  );
}
