import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from './format.ts';

let minute = Math.floor(Date.now() / 60_000);
const listeners = new Set<() => void>();
setInterval(() => {
  minute = Math.floor(Date.now() / 60_000);
  for (const changed of listeners) changed();
}, 60_000);

function useMinute() {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => minute,
  );
}

/** A moment as people say it, with the exact one on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  useMinute();
  return (
    <time dateTime={at} data-tip={exactTime(at)} className={className}>
      {relativeTime(at)}
    </time>
  );
}
