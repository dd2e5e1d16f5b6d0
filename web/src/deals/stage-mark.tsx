import { cx } from '../ui/cx.ts';

const fills: Record<string, string> = {
  slate: 'bg-stage-slate',
  blue: 'bg-stage-blue',
  violet: 'bg-stage-violet',
  amber: 'bg-stage-amber',
  teal: 'bg-stage-teal',
  pink: 'bg-stage-pink',
  orange: 'bg-stage-orange',
  cyan: 'bg-stage-cyan',
  green: 'bg-stage-green',
  red: 'bg-stage-red',
};

/** The colour of a stage; it only repeats what its name says. */
export const stageFill = (color: string | null): string => fills[color ?? ''] ?? 'bg-stage-slate';

export function StageMark({ color }: { color: string | null }) {
  return <span aria-hidden className={cx('size-2 shrink-0 rounded-full', stageFill(color))} />;
}
