import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface LinkButtonProps {
  href: string;
  icon?: LucideIcon;
  small?: boolean;
  /** It leads out of Kith, into a new tab. */
  away?: boolean;
  children: ReactNode;
}

/** A link out of the app that looks like what it does: an action. */
export function LinkButton({ href, icon: Icon, small, away, children }: LinkButtonProps) {
  return (
    <a
      href={href}
      {...(away ? { target: '_blank', rel: 'noreferrer' } : {})}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border border-line-strong bg-surface font-medium transition-colors hover:bg-hover',
        small ? 'h-control-small px-2' : 'h-control px-3',
      )}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </a>
  );
}
