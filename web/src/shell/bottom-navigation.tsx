import { Link, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { texts } from '../texts/index.ts';
import { Menu } from '../ui/overlay/menu.tsx';
import { paletteOpen } from './palette-store.ts';
import { type Place, places, useOwnPlaces } from './places.ts';
import { useUserActions } from './user-menu.tsx';

const item =
  'ring-inside grid h-14 place-content-center justify-items-center gap-0.5 text-secondary text-xs data-[status=active]:text-accent';
const atThumb = places.filter((place) => place.atThumb);
const beforeSearch = atThumb.slice(0, 2);
const afterSearch = atThumb.slice(2);

/** Five places at the thumb, the last of which has all others: where the screen is narrow. */
export function BottomNavigation() {
  return (
    <nav
      aria-label={texts.shell.navigation}
      className="grid shrink-0 grid-cols-5 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] tab:hidden"
    >
      {beforeSearch.map((place) => (
        <PlaceLink key={place.name} place={place} />
      ))}
      <button type="button" className={item} onClick={() => paletteOpen.set(true)}>
        <Search aria-hidden className="size-5" />
        {texts.shell.searchShort}
      </button>
      {afterSearch.map((place) => (
        <PlaceLink key={place.name} place={place} />
      ))}
      <More />
    </nav>
  );
}

function PlaceLink({ place }: { place: Place }) {
  return (
    <Link {...place.link} activeOptions={{ exact: place.name === 'home', includeSearch: false }} className={item}>
      <place.icon aria-hidden className="size-5" />
      {place.label}
    </Link>
  );
}

/** The places that are not at the thumb, and what the person can do about themselves. */
function More() {
  const navigate = useNavigate();
  const user = useUserActions();
  const own = useOwnPlaces();
  const others = [...places.filter((place) => !place.atThumb), ...own].map(({ label, icon, link }) => ({
    label,
    icon,
    onSelect: () => void navigate(link),
  }));
  return (
    <Menu
      label={texts.common.more}
      trigger={(props) => (
        <button type="button" {...props} className={item}>
          <Ellipsis aria-hidden className="size-5" />
          {texts.common.more}
        </button>
      )}
      groups={[others, ...user]}
    />
  );
}
