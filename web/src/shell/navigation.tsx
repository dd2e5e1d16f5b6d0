import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Building2, CircleUserRound, House, Layers, type LucideIcon, Settings, Upload } from 'lucide-react';
import { viewsOptions } from '../data/views.ts';
import { texts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceMark } from './workspace-mark.tsx';

interface Place {
  to: '/' | '/contacts' | '/accounts' | '/imports' | '/settings';
  label: string;
  icon: LucideIcon;
  keys: string;
}

export const places: Place[] = [
  { to: '/', label: texts.places.home, icon: House, keys: 'g h' },
  { to: '/contacts', label: texts.places.contacts, icon: CircleUserRound, keys: 'g c' },
  { to: '/accounts', label: texts.places.accounts, icon: Building2, keys: 'g a' },
  { to: '/imports', label: texts.places.imports, icon: Upload, keys: 'g i' },
  { to: '/settings', label: texts.places.settings, icon: Settings, keys: 'g s' },
];

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
          <li key={place.to}>
            <Link
              to={place.to}
              activeOptions={{ exact: place.to === '/', includeSearch: false }}
              data-keys={place.keys}
              className={cx(item, 'font-medium', !(inView && place.to !== '/') && marked)}
            >
              <place.icon aria-hidden />
              {place.label}
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
  const contactViews = useQuery(viewsOptions('contact')).data ?? [];
  const accountViews = useQuery(viewsOptions('account')).data ?? [];
  const views = [...contactViews, ...accountViews];
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
              to={view.object === 'contact' ? '/contacts' : '/accounts'}
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
