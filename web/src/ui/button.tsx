import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import { keyWords } from './keys.ts';
import { Spinner } from './spinner.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'ghost' | 'quiet' | 'link' | 'danger' | 'quietDanger';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-surface text-text border-line-strong hover:bg-hover',
  ghost: 'bg-transparent text-text border-transparent hover:bg-hover aria-expanded:bg-hover',
  quiet: 'bg-transparent text-secondary border-transparent hover:bg-hover hover:text-text aria-expanded:bg-hover',
  link: 'bg-transparent text-accent border-transparent hover:bg-hover',
  quietDanger: 'bg-transparent text-danger-text border-transparent hover:bg-danger-soft',
  danger: 'bg-danger text-on-danger border-transparent hover:opacity-90',
};

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  kind?: ButtonKind;
  icon?: LucideIcon;
  small?: boolean;
  /** The work is under way: the button keeps its width and takes no second press. */
  busy?: boolean;
  /** The key that does the same, as `mod+k`; shown in the tooltip. */
  keys?: string;
  tip?: string;
}

export function Button({
  kind = 'secondary',
  icon: Icon,
  small,
  busy,
  keys,
  tip,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
      data-tip={tip}
      data-keys={keys ? keyWords(keys) : undefined}
      className={cx(
        'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-medium transition-colors',
        'disabled:pointer-events-none disabled:opacity-50',
        small ? 'h-control-small px-2' : 'h-control px-3',
        kinds[kind],
        className,
      )}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  icon: LucideIcon;
  /** What it does: its name for screen readers, and its tooltip. */
  label: string;
}

export function IconButton({
  icon: Icon,
  label,
  kind = 'quiet',
  small,
  keys,
  className,
  tip,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={tip ?? label}
      data-keys={keys ? keyWords(keys) : undefined}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-control border transition-colors disabled:pointer-events-none disabled:opacity-40',
        small ? 'size-control-small' : 'size-control',
        kinds[kind],
        className,
      )}
    >
      <Icon aria-hidden />
    </button>
  );
}
