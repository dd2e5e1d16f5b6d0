import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { texts } from '../texts/index.ts';
import { Kbd } from '../ui/kbd.tsx';
import { paletteOpen } from './palette-store.ts';

interface PageHeaderProps {
  /** The page's name, or the path to it; holds the one `h1`. */
  children: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ children, actions }: PageHeaderProps) {
  return (
    <header className="flex h-header shrink-0 items-center gap-2 border-line border-b px-4">
      <div className="flex min-w-0 grow items-center gap-1.5">{children}</div>
      <button
        type="button"
        onClick={() => paletteOpen.set(true)}
        className="hidden h-control-small w-nav items-center gap-2 rounded-control border border-line bg-bg pr-1 pl-2 text-faint transition-colors hover:border-line-strong wide:flex"
      >
        <Search aria-hidden />
        <span className="grow text-left">{texts.shell.search}</span>
        <Kbd keys="mod+k" />
      </button>
      {actions}
    </header>
  );
}

export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="truncate font-semibold">{children}</h1>;
}
