import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Point } from './layout.ts';

/** What part of the plane is seen: its middle, and how large one pixel of it is shown. */
export interface Sight extends Point {
  scale: number;
}

const [smallest, largest] = [0.15, 2.5];
const marginPx = 90;
const clamp = (scale: number) => Math.min(largest, Math.max(smallest, scale));

/** All points with a margin around them. */
function around(points: ReadonlyMap<string, Point>, widthPx: number, heightPx: number): Sight {
  const [xs, ys] = [[...points.values()].map(({ x }) => x), [...points.values()].map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(1, widthPx / (right - left + 2 * marginPx), heightPx / (bottom - top + 2 * marginPx));
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: clamp(scale) };
}

/** Panning by dragging and zooming by the wheel, two fingers or buttons, of a plane inside an element. */
export function useSight(points: ReadonlyMap<string, Point>) {
  const element = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ widthPx: 800, heightPx: 600 });
  const [sight, setSight] = useState<Sight>();
  const fingers = useRef(new Map<number, Point>());
  const shown = sight ?? around(points, size.widthPx, size.heightPx);
  const newest = useRef(shown);
  newest.current = shown;
  const zoom = (by: number) => setSight({ ...newest.current, scale: clamp(newest.current.scale * by) });
  useEffect(() => {
    const svg = element.current;
    if (!svg) return;
    const watch = new ResizeObserver(() => setSize({ widthPx: svg.clientWidth, heightPx: svg.clientHeight }));
    watch.observe(svg);
    // React listens passively, and the page must not scroll or zoom along.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { x, y, scale } = newest.current;
      const next = clamp(scale * Math.exp(-event.deltaY / 500));
      const box = svg.getBoundingClientRect();
      const [fromX, fromY] = [event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2];
      // What is under the pointer stays under it.
      setSight({ x: x + fromX / scale - fromX / next, y: y + fromY / scale - fromY / next, scale: next });
    };
    svg.addEventListener('wheel', wheel, { passive: false });
    return () => {
      watch.disconnect();
      svg.removeEventListener('wheel', wheel);
    };
  }, []);
  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-node]')) return;
    element.current?.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other)
      return zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y));
    const { x, y, scale } = newest.current;
    setSight({ x: x - (now.x - before.x) / scale, y: y - (now.y - before.y) / scale, scale });
  };
  const onPointerUp = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  const [width, height] = [size.widthPx / shown.scale, size.heightPx / shown.scale];
  return {
    props: {
      ref: element,
      viewBox: `${shown.x - width / 2} ${shown.y - height / 2} ${width} ${height}`,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
    },
    scale: shown.scale,
    zoom,
    fit: () => setSight(undefined),
    /** Brings a point into sight that is out of it. */
    reveal: ({ x, y }: Point) => {
      const { x: middleX, y: middleY, scale } = newest.current;
      const out = Math.abs(x - middleX) > width / 2 - marginPx / 3 || Math.abs(y - middleY) > height / 2 - marginPx / 3;
      if (out) setSight({ x, y, scale });
    },
  };
}
