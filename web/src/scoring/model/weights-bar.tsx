import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import type { Component } from '../../data/types.ts';
import { recordTexts, scoringTexts as words } from '../../texts/index.ts';
import { cx } from '../../ui/cx.ts';
import { parts } from './weights-editor.tsx';

type Weights = ScoringModel['weights'];

interface WeightsBarProps {
  weights: Weights;
  onChange: (weights: Partial<Weights>) => void;
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** The weights as one bar; what a handle takes from one part it gives to the other. */
export function WeightsBar({ weights, onChange }: WeightsBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const sum = Math.max(
    1,
    parts.reduce((all, { name }) => all + (weights[name] || 0), 0),
  );
  const shift = (left: Component, right: Component, by: number) => {
    const moved = Math.max(-weights[left], Math.min(weights[right], by));
    if (moved) onChange({ [left]: weights[left] + moved, [right]: weights[right] - moved });
  };
  return (
    <div ref={bar} className="relative flex h-8 touch-none select-none">
      {parts.map(({ name, fill }, at) => {
        const next = parts[at + 1]?.name;
        return (
          <div
            key={name}
            className="relative h-full min-w-0"
            style={{ inlineSize: `${((weights[name] || 0) / sum) * 100}%` }}
          >
            <div className={cx('h-full', fill, at === 0 && 'rounded-l-control', !next && 'rounded-r-control')} />
            {next && (
              <Handle
                label={words.weights.between(recordTexts.score.components[name], recordTexts.score.components[next])}
                value={weights[name]}
                most={weights[name] + weights[next]}
                bar={bar}
                onShift={(by) => shift(name, next, by)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface HandleProps {
  label: string;
  value: number;
  most: number;
  bar: React.RefObject<HTMLDivElement | null>;
  onShift: (by: number) => void;
}

function Handle({ label, value, most, bar, onShift }: HandleProps) {
  const from = useRef<{ x: number; moved: number } | undefined>(undefined);
  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, moved: 0 };
  };
  const move = (event: PointerEvent) => {
    const widthPx = bar.current?.clientWidth;
    if (!from.current || !widthPx) return;
    const wanted = Math.round(((event.clientX - from.current.x) / widthPx) * 100);
    if (wanted !== from.current.moved) onShift(wanted - from.current.moved);
    from.current.moved = wanted;
  };
  const key = (event: KeyboardEvent) => {
    const by = event.key === 'Home' ? -value : event.key === 'End' ? most - value : steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onShift(by);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Number.isFinite(most) ? most : 100}
      aria-valuenow={Number.isFinite(value) ? value : 0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => (from.current = undefined)}
      onKeyDown={key}
      className="hit-area absolute inset-y-0 -right-1.5 z-10 w-3 cursor-ew-resize rounded-control border-2 border-surface bg-text"
    />
  );
}
