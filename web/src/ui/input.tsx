import { ChevronDown, Search } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';

const look =
  'w-full min-w-0 rounded-control border border-line-strong bg-surface text-input text-text transition-colors hover:border-mark aria-invalid:border-danger disabled:opacity-60';

export function Input({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  return <input {...rest} className={cx(look, 'h-control px-2.5', className)} />;
}

export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return (
    <textarea {...rest} className={cx(look, 'field-sizing-content min-h-16 resize-none px-2.5 py-1.5', className)} />
  );
}

export function Select({ className, children, ...rest }: ComponentPropsWithRef<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...rest} className={cx(look, 'h-control appearance-none truncate pr-7 pl-2.5')}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-0 right-2 h-full text-secondary" />
    </span>
  );
}

interface SearchInputProps extends ComponentPropsWithRef<'input'> {
  /** Without a border until it is used: in toolbars. */
  quiet?: boolean;
}

export function SearchInput({ className, quiet, ...rest }: SearchInputProps) {
  return (
    <span className={cx('relative block', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-0 left-2 h-full text-faint" />
      <Input
        type="search"
        {...rest}
        className={cx('pl-7.5', quiet && 'h-control-small border-transparent bg-hover hover:border-line-strong')}
      />
    </span>
  );
}
