import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { useLiftedToasts } from '../ui/overlay/toast.tsx';

interface SaveBarProps {
  text: ReactNode;
  /** The text says what is wrong. */
  wrong?: boolean;
  busy: boolean;
  disabled?: boolean;
  discard: { label: string; run: () => void };
  save: { label: string; run: () => void };
  children?: ReactNode;
}

/** What is to be done with changes; it stands at the bottom of the page while there are any. */
export function SaveBar({ text, wrong = false, busy, disabled, discard, save, children }: SaveBarProps) {
  useLiftedToasts();
  return (
    <div className="sticky bottom-4 z-20 grid gap-2 rounded-card border border-line bg-raised py-2 pr-2 pl-4 shadow-float">
      {children}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className={cx('grow', wrong ? 'text-danger-text' : 'text-secondary')}>
          {text}
        </p>
        <Button kind="quiet" onClick={discard.run}>
          {discard.label}
        </Button>
        <Button kind="primary" busy={busy} disabled={disabled} onClick={save.run}>
          {save.label}
        </Button>
      </div>
    </div>
  );
}
