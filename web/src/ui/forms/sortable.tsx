import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { spoken } from '../../shell/live.ts';
import { sortableTexts as words } from '../../texts/index.ts';
import { cx } from '../cx.ts';

interface SortableProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  nameOf: (item: Item) => string;
  onMove: (from: number, to: number) => void;
  /** A row was let go of, or the keyboard has left its grip. */
  onSettle?: () => void;
  /** Draws an item around the grip by which it is moved. */
  children: (item: Item, grip: ReactNode, at: number) => ReactNode;
  className?: string;
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** A list that is put in order: by dragging a row's grip, or with the arrow keys on it. */
export function Sortable<Item>({
  label,
  items,
  keyOf,
  nameOf,
  onMove,
  onSettle,
  children,
  className,
}: SortableProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string>();
  const moveTo = (from: number, to: number) => {
    const item = items[from];
    if (!item || from === to || to < 0 || to >= items.length) return;
    onMove(from, to);
    spoken.set(words.moved(nameOf(item), to + 1, items.length));
  };
  return (
    <ul ref={list} aria-label={label} className={className}>
      {items.map((item, at) => {
        const key = keyOf(item);
        const grip = (
          <Grip
            label={words.move(nameOf(item))}
            onGrab={() => setDragged(key)}
            onDrop={() => {
              setDragged(undefined);
              onSettle?.();
            }}
            onDrag={(yPx) => moveTo(at, placeOf(list.current, at, yPx))}
            onStep={(step) => moveTo(at, at + step)}
            onLeave={() => onSettle?.()}
          />
        );
        return (
          <li
            key={key}
            className={cx(
              'bg-surface first:rounded-t-card last:rounded-b-card',
              dragged === key && 'relative z-10 shadow-float',
            )}
          >
            {children(item, grip, at)}
          </li>
        );
      })}
    </ul>
  );
}

/** Where a row belongs that is held at this height: it passes a neighbour once the pointer is past that one's middle. */
function placeOf(list: HTMLElement | null, at: number, yPx: number): number {
  const rows = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect());
  const middleOf = (index: number) => {
    const row = rows[index];
    return row ? row.top + row.height / 2 : Number.NaN;
  };
  let place = at;
  while (yPx > middleOf(place + 1)) place += 1;
  while (yPx < middleOf(place - 1)) place -= 1;
  return place;
}

interface GripProps {
  label: string;
  onGrab: () => void;
  onDrop: () => void;
  onDrag: (yPx: number) => void;
  onStep: (step: number) => void;
  /** The keyboard has gone elsewhere. */
  onLeave: () => void;
}

function Grip({ label, onGrab, onDrop, onDrag, onStep, onLeave }: GripProps) {
  const held = useRef(false);
  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = true;
    onGrab();
  };
  const up = () => {
    held.current = false;
    onDrop();
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={words.how}
      onPointerDown={down}
      onPointerMove={(event) => held.current && onDrag(event.clientY)}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
      onBlur={onLeave}
      className="grid size-control-small shrink-0 cursor-grab touch-none place-items-center rounded-control text-faint hover:bg-hover hover:text-text active:cursor-grabbing"
    >
      <GripVertical aria-hidden />
    </button>
  );
}
