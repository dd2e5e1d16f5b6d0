import type { LucideIcon } from 'lucide-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';

export interface SwipeAction {
  label: string;
  icon: LucideIcon;
  href: string;
}

const actionPx = 72;
const startPx = 10;

/** A row that is pulled aside to show its actions; those who can't swipe find them on the record's page. */
export function SwipeRow({ actions, children }: { actions: SwipeAction[]; children: ReactNode }) {
  const from = useRef<{ x: number; y: number; openPx: number; swiping: boolean } | undefined>(undefined);
  const [pulledPx, setPulled] = useState(0);
  const [moving, setMoving] = useState(false);
  const mostPx = actions.length * actionPx;
  const down = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' && mostPx > 0)
      from.current = { x: event.clientX, y: event.clientY, openPx: pulledPx, swiping: false };
  };
  const move = (event: PointerEvent) => {
    const start = from.current;
    if (!start) return;
    const x = event.clientX - start.x;
    if (!start.swiping && Math.abs(event.clientY - start.y) > startPx) {
      from.current = undefined;
      return;
    }
    if (!start.swiping && Math.abs(x) < startPx) return;
    if (!start.swiping) event.currentTarget.setPointerCapture(event.pointerId);
    start.swiping = true;
    setMoving(true);
    setPulled(Math.min(mostPx, Math.max(0, start.openPx - x)));
  };
  const up = () => {
    if (from.current?.swiping) setPulled((px) => (px > mostPx / 2 ? mostPx : 0));
    from.current = undefined;
    setMoving(false);
  };
  return (
    <div className="relative h-full overflow-hidden">
      {pulledPx > 0 && (
        <div className="absolute inset-y-0 right-0 flex">
          {actions.map(({ label, icon: Icon, href }) => (
            <a
              key={label}
              href={href}
              className="grid w-18 place-content-center justify-items-center gap-0.5 bg-accent text-on-accent text-xs"
            >
              <Icon aria-hidden />
              {label}
            </a>
          ))}
        </div>
      )}
      <div
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        style={{ transform: pulledPx > 0 ? `translateX(${-pulledPx}px)` : undefined }}
        className={
          moving
            ? 'relative h-full touch-pan-y bg-surface'
            : 'relative h-full touch-pan-y bg-surface transition-transform'
        }
      >
        {children}
      </div>
    </div>
  );
}
