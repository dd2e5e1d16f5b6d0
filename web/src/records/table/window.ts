import { type RefObject, useLayoutEffect, useState } from 'react';

/** Browsers draw nothing beyond some 17 to 33 million pixels: longer lists scroll on a shorter track. */
const longestTrackPx = 12_000_000;
const overscan = 8;

export interface Track {
  first: number;
  last: number;
  /** The height of what scrolls. */
  heightPx: number;
  /** What to add to a row's place (`index × rowPx`) to draw it where it is seen. */
  shiftPx: number;
}

/**
 * Which rows of equal height are in view. Up to 12 million pixels one pixel scrolled is one pixel seen; beyond that the
 * track is compressed and the rows are shifted under it.
 */
export function trackOf(scrollPx: number, viewPx: number, rowPx: number, count: number): Track {
  const realPx = count * rowPx;
  const heightPx = Math.min(realPx, longestTrackPx);
  const scale = heightPx < realPx ? (realPx - viewPx) / (heightPx - viewPx) : 1;
  const topPx = scrollPx * scale;
  return {
    first: Math.max(0, Math.floor(topPx / rowPx) - overscan),
    last: Math.min(count - 1, Math.ceil((topPx + viewPx) / rowPx) + overscan),
    heightPx,
    shiftPx: scrollPx - topPx,
  };
}

/** Where to scroll so that a row is in view; undefined when it is. */
export function scrollFor(
  index: number,
  scrollPx: number,
  viewPx: number,
  rowPx: number,
  count: number,
): number | undefined {
  const realPx = count * rowPx;
  const heightPx = Math.min(realPx, longestTrackPx);
  const scale = heightPx < realPx ? (realPx - viewPx) / (heightPx - viewPx) : 1;
  const topPx = scrollPx * scale;
  if (index * rowPx < topPx) return (index * rowPx) / scale;
  if ((index + 1) * rowPx > topPx + viewPx) return ((index + 1) * rowPx - viewPx) / scale;
  return undefined;
}

/** The rows in view of a scrolling element, `headPx` of which are covered by its sticky head. */
export function useTrack(scroller: RefObject<HTMLElement | null>, rowPx: number, count: number, headPx: number) {
  const [scrollPx, setScroll] = useState(0);
  const [viewPx, setView] = useState(800);
  const empty = count === 0;
  const compressed = count * rowPx > longestTrackPx;
  // Nothing is measured here but in answer to an event: asking an element for its place makes the browser lay out the page at once.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || empty) return;
    const observer = new ResizeObserver(([entry]) => entry && setView(entry.contentRect.height - headPx));
    // A new render only when the first row changes: between that the browser scrolls what is drawn.
    const follow = () => {
      element.dataset.shifted = String(element.scrollLeft > 0);
      setScroll(compressed ? element.scrollTop : Math.floor(element.scrollTop / rowPx) * rowPx);
    };
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [scroller, rowPx, headPx, compressed, empty]);
  return { scrollPx, viewPx, track: trackOf(scrollPx, viewPx, rowPx, count) };
}
