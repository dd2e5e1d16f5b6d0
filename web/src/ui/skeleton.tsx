import { cx } from './cx.ts';

/** Keeps the place of what is on its way. Shown only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cx('block animate-wait rounded-mark bg-pressed', className ?? 'h-3 w-full')} />
  );
}
