import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { DealCard } from '../data/deals.ts';
import { scrollAtTheEdge } from './edge-scroll.ts';

/** A mouse drags once it has moved this far; a finger once it has rested this long, since a moving one scrolls. */
const startPx = 5;
const restMs = 280;
const restPx = 8;

interface Point {
  x: number;
  y: number;
}

export interface Drag {
  deal: DealCard;
  /** Where on the card it was taken, and how wide the card is. */
  grip: Point;
  widthPx: number;
  /** Where the pointer was when it began. */
  at: Point;
}

interface DragOptions {
  scroller: RefObject<HTMLElement | null>;
  onDrop: (deal: DealCard, stageId: string) => void;
}

function stageAt({ x, y }: Point): string | undefined {
  const found = document.elementFromPoint(x, y)?.closest('[data-stage]');
  return found instanceof HTMLElement ? found.dataset.stage : undefined;
}

/** Dragging a card by mouse or finger from one column to another. */
export function useDrag({ scroller, onDrop }: DragOptions) {
  const [drag, setDrag] = useState<Drag>();
  const [over, setOver] = useState<string>();
  const ghost = useRef<HTMLDivElement>(null);
  const end = useRef<(() => void) | undefined>(undefined);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => () => end.current?.(), []);

  const grab = useCallback(
    (event: ReactPointerEvent<HTMLElement>, deal: DealCard) => {
      if (event.button !== 0 || end.current) return;
      if (event.target instanceof Element && event.target.closest('button')) return;
      const box = event.currentTarget.getBoundingClientRect();
      const from = { x: event.clientX, y: event.clientY };
      const follow = (at: Point) => {
        ghost.current?.style.setProperty('transform', `translate(${at.x}px, ${at.y}px)`);
        setOver(stageAt(at));
      };
      end.current = track(event, {
        begin: (at, pointer) => {
          setDrag({ deal, grip: { x: from.x - box.x, y: from.y - box.y }, widthPx: box.width, at });
          setOver(deal.stageId);
          return scroller.current
            ? scrollAtTheEdge(scroller.current, pointer, () => setOver(stageAt(pointer())))
            : () => {};
        },
        follow,
        drop: (at) => {
          const stageId = stageAt(at);
          if (stageId && stageId !== deal.stageId) drop.current(deal, stageId);
        },
        end: () => {
          end.current = undefined;
          setDrag(undefined);
          setOver(undefined);
        },
      });
    },
    [scroller],
  );
  return { drag, over, ghost, grab };
}

interface Track {
  /** The pointer drags from now on; the answer is called when it no longer does. */
  begin: (at: Point, pointer: () => Point) => () => void;
  follow: (at: Point) => void;
  drop: (at: Point) => void;
  /** Always, and last. */
  end: () => void;
}

/** Follows one pointer until it is let go of, or the drag is called off. Calling the answer calls it off. */
function track({ pointerId, pointerType, clientX, clientY }: ReactPointerEvent, heard: Track): () => void {
  const byFinger = pointerType !== 'mouse';
  const stop = new AbortController();
  const { signal } = stop;
  let last = { x: clientX, y: clientY };
  let ended: (() => void) | undefined;
  const begin = () => {
    ended = heard.begin(last, () => last);
  };
  const rest = byFinger ? window.setTimeout(begin, restMs) : 0;
  const finish = () => {
    clearTimeout(rest);
    stop.abort();
    ended?.();
    heard.end();
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    last = { x: event.clientX, y: event.clientY };
    const wayPx = Math.hypot(last.x - clientX, last.y - clientY);
    if (!ended && byFinger && wayPx > restPx) return finish();
    if (!ended && !byFinger && wayPx > startPx) begin();
    if (ended) heard.follow(last);
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const dragged = ended !== undefined;
    if (dragged) swallowClick();
    finish();
    if (dragged) heard.drop({ x: event.clientX, y: event.clientY });
  };
  const callOff = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ended) return;
    event.preventDefault();
    finish();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', finish, { signal });
  // A browser scrolls with a finger unless it is told not to before it begins to.
  window.addEventListener('touchmove', (event) => ended && event.cancelable && event.preventDefault(), {
    signal,
    passive: false,
  });
  window.addEventListener('contextmenu', (event) => byFinger && event.preventDefault(), { signal });
  window.addEventListener('keydown', callOff, { signal, capture: true });
  return finish;
}

/** Letting go of a card is no click on what lies under it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50);
}
