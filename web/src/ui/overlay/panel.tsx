import { Dialog, Popover } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { cx } from '../cx.ts';
import { useNarrow } from '../media.ts';
import { Veil } from './veil.tsx';

export interface PanelProps {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  align?: 'start' | 'center' | 'end';
  className?: string | undefined;
  children: ReactNode;
}

/** What floats: a popover at its anchor, or a sheet where the screen is narrow. */
export function Panel({ anchor, open, onOpenChange, label, align = 'start', className, children }: PanelProps) {
  const narrow = useNarrow();
  const back = (event: Event) => {
    event.preventDefault();
    anchor.current?.focus({ preventScroll: true });
  };
  if (narrow) {
    return (
      <Dialog.Root open={open} onOpenChange={onOpenChange}>
        <Dialog.Portal>
          <Veil />
          <Dialog.Content
            aria-describedby={undefined}
            onCloseAutoFocus={back}
            className="fixed inset-x-0 bottom-0 z-40 flex max-h-most-screen animate-sheet flex-col rounded-t-dialog bg-raised pb-[env(safe-area-inset-bottom)] shadow-dialog data-[state=closed]:animate-leave"
          >
            <Dialog.Title className="px-4 pt-3 pb-1 font-semibold">{label}</Dialog.Title>
            <div className="min-h-0 overflow-y-auto">{children}</div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    );
  }
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={back}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
          className={cx(
            'z-40 max-h-(--radix-popover-content-available-height) min-w-menu animate-rise overflow-y-auto rounded-card border border-line bg-raised shadow-float data-[state=closed]:animate-leave',
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
