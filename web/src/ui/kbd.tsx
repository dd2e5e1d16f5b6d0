import { keyList } from './keys.ts';

/** A key or a chord, as on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keyList(keys).map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-mark border border-line bg-sunken px-1 font-sans text-xs text-secondary"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
