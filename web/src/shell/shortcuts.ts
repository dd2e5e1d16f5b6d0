import { useEffect, useRef } from 'react';

type Run = (event: KeyboardEvent) => void;

const bound = new Map<string, Run[]>();
const sequenceMs = 900;
/** What stays ours while somebody types; the rest, as Ctrl-Z and Ctrl-A, belongs to the text. */
const whileTyping = new Set(['mod+k', 'mod+shift+l']);
let firstKey: { key: string; at: number } | undefined;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio], [type=range]'))
  );
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.replace(/^Arrow/, '').toLowerCase();
  const letter = key.length === 1 && key !== key.toUpperCase();
  return [
    event.metaKey || event.ctrlKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && (letter || key.length > 1) ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const typing = isTyping(event.target);
  const covered = !name.startsWith('mod') && document.querySelector('[role=dialog][data-state=open]') !== null;
  if (covered || (typing && !whileTyping.has(name))) return;
  const pair =
    firstKey && event.timeStamp - firstKey.at < sequenceMs ? bound.get(`${firstKey.key} ${name}`)?.at(-1) : undefined;
  const run = pair ?? bound.get(name)?.at(-1);
  firstKey = pair ? undefined : { key: name, at: event.timeStamp };
  if (!run) return;
  event.preventDefault();
  run(event);
}

document.addEventListener('keydown', hear);

/** Binds a key (`j`, `shift+x`, `mod+k`) or two in a row (`g c`) while the component is there; the newest binding wins. */
export function useShortcut(keys: string, run: Run, enabled = true): void {
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    if (!enabled) return;
    const mine: Run = (event) => newest.current(event);
    bound.set(keys, [...(bound.get(keys) ?? []), mine]);
    return () => {
      bound.set(
        keys,
        (bound.get(keys) ?? []).filter((one) => one !== mine),
      );
    };
  }, [keys, enabled]);
}
