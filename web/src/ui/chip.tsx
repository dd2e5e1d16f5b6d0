import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = {
  plain: 'bg-sunken border-line text-text',
  accent: 'bg-accent-soft border-accent-line text-text',
  warning: 'bg-warning-soft border-transparent text-warning-text',
  danger: 'bg-danger-soft border-transparent text-danger-text',
};

interface ChipProps {
  children: ReactNode;
  tone?: keyof typeof tones;
  onRemove?: () => void;
  removeLabel?: string;
}

/** A short word: a tag, a state, a chosen thing. */
export function Chip({ children, tone = 'plain', onRemove, removeLabel }: ChipProps) {
  return (
    <span
      className={cx('inline-flex h-5.5 max-w-full items-center gap-1 rounded-full border px-2 text-xs', tones[tone])}
    >
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="hit-area -mr-1 rounded-full text-secondary hover:text-text"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
