import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardColumn } from '../data/deals.ts';
import { dealTexts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { number } from '../ui/format.ts';
import { StageMark } from './stage-mark.tsx';

interface StageTabsProps {
  columns: readonly BoardColumn[];
  scroller: RefObject<HTMLDivElement | null>;
}

/** Where the screen shows one column at a time: which one, and the way to the others. */
export function StageTabs({ columns, scroller }: StageTabsProps) {
  const [at, setAt] = useState(0);
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => setAt(Math.round(element.scrollLeft / Math.max(1, element.clientWidth)));
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller]);
  useEffect(() => {
    row.current?.children[at]?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [at]);
  const go = (index: number) => {
    const column = scroller.current?.children[index];
    column?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'smooth' });
  };
  return (
    <nav
      ref={row}
      aria-label={dealTexts.stages}
      className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-3 py-1.5 tab:hidden"
    >
      {columns.map(({ stage, count }, index) => (
        <button
          key={stage.id}
          type="button"
          aria-current={index === at ? 'true' : undefined}
          onClick={() => go(index)}
          className={cx(
            'flex h-9 shrink-0 items-center gap-2 whitespace-nowrap rounded-full px-3',
            index === at ? 'bg-pressed font-medium' : 'text-secondary',
          )}
        >
          <StageMark color={stage.color} />
          {stage.name}
          <span className="tabular text-secondary">{number(count)}</span>
        </button>
      ))}
    </nav>
  );
}
