import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { texts } from '../../texts/index.ts';
import { IconButton } from '../button.tsx';
import { cx } from '../cx.ts';
import { Veil } from './veil.tsx';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons at the bottom, the primary one last. */
  actions?: ReactNode;
  wide?: boolean;
}

/** The first thing to fill in, rather than the button that closes. */
function focusFirst(event: Event) {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement) || content.contains(document.activeElement)) return;
  event.preventDefault();
  (content.querySelector<HTMLElement>('input:not([readonly]), select, textarea') ?? content).focus();
}

/** A window above the page; on a phone a sheet from below. */
export function Dialog({ open, onClose, title, description, children, actions, wide }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Veil />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusFirst}
          className={cx(
            'fixed z-40 flex flex-col bg-raised shadow-dialog outline-none data-[state=closed]:animate-leave',
            'inset-x-0 bottom-0 max-h-most-screen animate-sheet rounded-t-dialog',
            'tab:inset-x-auto tab:top-1/6 tab:bottom-auto tab:left-1/2 tab:max-h-3/4 tab:-translate-x-1/2 tab:animate-appear tab:rounded-dialog',
            wide ? 'tab:w-dialog-wide' : 'tab:w-dialog',
          )}
        >
          <header className="flex items-start gap-2 px-5 pt-4 pb-3">
            <div className="grow">
              <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-secondary">{description}</Radix.Description>}
            </div>
            <IconButton icon={X} small label={texts.common.close} onClick={onClose} className="-mr-2" />
          </header>
          {children && <div className="min-h-0 grow overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
          {actions && (
            <footer className="flex justify-end gap-2 border-line border-t px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))] *:grow tab:*:grow-0">
              {actions}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
