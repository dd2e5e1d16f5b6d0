import type { Tier } from '../data/types.ts';
import { cx } from '../ui/cx.ts';
import { tierName } from './tiers.ts';

const levels: Record<Tier, number> = { COLD: 1, WARM: 2, HOT: 3, SALES_READY: 4 };
const colors: Record<Tier, string> = {
  COLD: 'fill-cold',
  WARM: 'fill-warm',
  HOT: 'fill-hot',
  SALES_READY: 'fill-sales-ready',
};

/** The tier as a shape: one to four bars. The colour only repeats what the bars say. */
export function TierMark({ tier, named = false }: { tier: Tier; named?: boolean }) {
  const level = levels[tier];
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-4 shrink-0"
      {...(named ? { role: 'img', 'aria-label': tierName(tier) } : { 'aria-hidden': 'true' as const })}
    >
      {[1, 2, 3, 4].map((bar) => (
        <rect
          key={bar}
          x={bar * 3.5 - 2}
          y={13 - bar * 2.6}
          width={2.5}
          height={bar * 2.6}
          rx={0.75}
          className={cx(bar <= level ? colors[tier] : 'fill-line-strong')}
        />
      ))}
    </svg>
  );
}

/** The tier in a word, with its shape. */
export function TierChip({ tier }: { tier: Tier }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <TierMark tier={tier} />
      {tierName(tier)}
    </span>
  );
}
