import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Layers } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { viewsOptions } from '../data/views.ts';
import { findKind } from '../kinds/index.ts';
import { listLink } from '../kinds/links.ts';
import { texts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { type Place, places, useOwnPlaces } from './places.ts';
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
          <PlaceLink key={place.name} place={place} marks={!inView || place.name === 'home'} />
        ))}
      </ul>
      <OwnLinks marks={!inView} />
      <ViewLinks />
      <div className="mt-auto border-line border-t p-2">
        <UserMenu />
      </div>
    </nav>
  );
}

function PlaceLink({ place, marks }: { place: Place; marks: boolean }) {
  return (
    <li>
      <Link
        {...place.link}
        activeOptions={{ exact: place.name === 'home', includeSearch: false }}
        data-keys={place.keys || undefined}
        className={cx(item, 'font-medium', marks && marked)}
      >
        <place.icon aria-hidden />
        <span className="truncate">{place.label}</span>
        {place.Count && (
          <Suspense>
            <place.Count />
          </Suspense>
        )}
      </Link>
    </li>
  );
}

function Group({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-4 min-h-0 overflow-y-auto px-2">
      <h2 id={id} className="px-2 pb-1 font-medium text-secondary text-xs">
        {heading}
      </h2>
      <ul className="grid gap-0.5">{children}</ul>
    </section>
  );
}

/** The kinds of record that the workspace has made. */
function OwnLinks({ marks }: { marks: boolean }) {
  const own = useOwnPlaces();
  if (own.length === 0) return null;
  return (
    <Group id="own-heading" heading={texts.places.own}>
      {own.map((place) => (
        <PlaceLink key={place.name} place={place} marks={marks} />
      ))}
    </Group>
  );
}

function ViewLinks() {
  const views = useQuery(viewsOptions()).data?.filter((view) => findKind(view.object)) ?? [];
  if (views.length === 0) return null;
  return (
    <Group id="views-heading" heading={texts.views.heading}>
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
    </Group>
  );
}
