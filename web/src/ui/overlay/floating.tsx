import { type ReactElement, type ReactNode, type RefObject, Suspense, useCallback, useRef, useState } from 'react';
import { lazily } from '../lazily.ts';

const Panel = lazily(() => import('./panel.tsx').then((module) => module.Panel));
/** Fetches the floating panel's code before it is asked for. */
const warmPanel = () => void import('./panel.tsx');

export interface TriggerProps {
  ref: RefObject<HTMLButtonElement | null>;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog' | 'menu';
  onClick: () => void;
  onPointerEnter: () => void;
}

interface FloatingProps {
  /** What the panel is, for screen readers and as the sheet's title on a phone. */
  label: string;
  trigger: (props: TriggerProps) => ReactElement;
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'center' | 'end';
  kind?: 'dialog' | 'menu';
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A button with a panel: beside the button on a desk, a sheet from below on a phone. The panel's code comes when needed. */
export function Floating({
  label,
  trigger,
  children,
  align = 'start',
  kind = 'dialog',
  className,
  ...control
}: FloatingProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const [used, setUsed] = useState(false);
  const open = control.open ?? own;
  const setOpen = useCallback(
    (next: boolean) => {
      if (next) setUsed(true);
      setOwn(next);
      control.onOpenChange?.(next);
    },
    [control.onOpenChange],
  );
  return (
    <>
      {trigger({
        ref,
        'aria-expanded': open,
        'aria-haspopup': kind,
        onClick: () => setOpen(!open),
        onPointerEnter: warmPanel,
      })}
      {(used || open) && (
        <Suspense>
          <Panel anchor={ref} open={open} onOpenChange={setOpen} label={label} align={align} className={className}>
            {open && children(() => setOpen(false))}
          </Panel>
        </Suspense>
      )}
    </>
  );
}
