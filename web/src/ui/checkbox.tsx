import { type ComponentPropsWithRef, useEffect, useRef } from 'react';
import { cx } from './cx.ts';

interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'ref'> {
  /** Some, not all, of what it stands for is chosen. */
  mixed?: boolean;
}

export function Checkbox({ mixed = false, className, ...rest }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <span className={cx('relative inline-grid size-4 shrink-0', className)}>
      <input
        ref={ref}
        type="checkbox"
        {...rest}
        className="peer size-4 appearance-none rounded-mark border border-mark bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent"
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="pointer-events-none invisible absolute inset-0 fill-none stroke-2 stroke-on-accent peer-checked:visible peer-indeterminate:visible"
      >
        <path d={mixed ? 'M4.5 8h7' : 'M4 8.5l2.75 2.75L12 5.5'} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}

/** A setting that takes effect at once. */
export function Switch({ className, ...rest }: Omit<ComponentPropsWithRef<'input'>, 'type'>) {
  return (
    <input
      type="checkbox"
      role="switch"
      {...rest}
      className={cx(
        'relative h-5 w-9 shrink-0 appearance-none rounded-full bg-mark transition-colors checked:bg-accent',
        'before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-surface before:transition-transform checked:before:translate-x-4',
        className,
      )}
    />
  );
}
