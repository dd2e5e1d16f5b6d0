import { useQueries } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Layers } from 'lucide-react';
import { Suspense } from 'react';
import { viewsOptions } from '../data/views.ts';
import { findKind, kinds } from '../kinds/index.ts';
import { listLink } from '../kinds/links.ts';
import { texts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { places } from './places.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceMark } from './workspace-mark.tsx';

const item =
  'flex h-control-small items-center gap-2.5 rounded-control px-2 text-secondary transition-colors hover:bg-hover hover:text-text';
const marked = 'data-[status=active]:bg-pressed data-[status=active]:text-text';

export function Navigation() {
  // A view is a place of its own: its list is not marked as well.
  const inView = 'view' in useSearch({ strict: false });
  return (
    <nav
      aria-label={texts.shell.navigation}
      className="hidden w-nav shrink-0 flex-col border-line border-r bg-bg tab:flex"
    >
      <WorkspaceMark />
      <ul className="grid gap-0.5 px-2 py-1">
        {places.map((place) => (
          <li key={place.name}>
            <Link
              {...place.link}
              activeOptions={{ exact: place.name === 'home', includeSearch: false }}
              data-keys={place.keys}
              className={cx(item, 'font-medium', !(inView && place.name !== 'home') && marked)}
            >
              <place.icon aria-hidden />
              {place.label}
              {place.Count && (
                <Suspense>
                  <place.Count />
                </Suspense>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <ViewLinks />
      <div className="mt-auto border-line border-t p-2">
        <UserMenu />
      </div>
    </nav>
  );
}

function ViewLinks() {
  const views = useQueries({
    queries: kinds.map((kind) => viewsOptions(kind.name)),
    combine: (answers) => answers.flatMap((answer) => answer.data ?? []),
  }).filter((view) => findKind(view.object));
  if (views.length === 0) return null;
  return (
    <section aria-labelledby="views-heading" className="mt-4 min-h-0 overflow-y-auto px-2">
      <h2 id="views-heading" className="px-2 pb-1 font-medium text-secondary text-xs">
        {texts.views.heading}
      </h2>
      <ul className="grid gap-0.5">
        {views.map((view) => (
          <li key={view.id}>
            <Link
              {...listLink(view.object)}
              search={{ view: view.id }}
              activeOptions={{ includeSearch: true }}
              className={cx(item, marked)}
            >
              <Layers aria-hidden />
              <span className="truncate">{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
