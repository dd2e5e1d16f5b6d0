import { stageFill } from '../pipelines/stage-color.ts';
import { cx } from '../ui/cx.ts';

/** The colour of a stage; it only repeats what its name says. */
export function StageMark({ color }: { color: string }) {
  return <span aria-hidden className={cx('size-2 shrink-0 rounded-full', stageFill(color))} />;
}
