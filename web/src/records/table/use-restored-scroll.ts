import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ListQuery } from '../../data/records.ts';

const keyOf = (list: ListQuery) => `kith.scroll.${JSON.stringify(list)}`;

/** Comes back to a list where it was left; another list begins at its top. */
export function useRestoredScroll(scroller: RefObject<HTMLElement | null>, list: ListQuery, ready: boolean): void {
  const key = keyOf(list);
  const restored = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !ready || restored.current === key) return;
    restored.current = key;
    element.scrollTop = Number(sessionStorage.getItem(key) ?? 0);
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !ready) return;
    const save = () => restored.current === key && sessionStorage.setItem(key, String(element.scrollTop));
    element.addEventListener('scrollend', save);
    return () => element.removeEventListener('scrollend', save);
  }, [scroller, key, ready]);
}
