import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { texts } from '../texts/index.ts';
import { places } from './navigation.tsx';
import { paletteOpen } from './palette-store.ts';

const item =
  'ring-inside grid h-14 place-content-center justify-items-center gap-0.5 text-secondary text-xs data-[status=active]:text-accent';

/** Five places at the thumb: where the screen is narrow. */
export function BottomNavigation() {
  const [home, contacts, accounts, , settings] = places;
  return (
    <nav
      aria-label={texts.shell.navigation}
      className="grid shrink-0 grid-cols-5 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] tab:hidden"
    >
      {[home, contacts].map((place) => place && <PlaceLink key={place.to} place={place} />)}
      <button type="button" className={item} onClick={() => paletteOpen.set(true)}>
        <Search aria-hidden className="size-5" />
        {texts.shell.searchShort}
      </button>
      {[accounts, settings].map((place) => place && <PlaceLink key={place.to} place={place} />)}
    </nav>
  );
}

function PlaceLink({ place }: { place: (typeof places)[number] }) {
  return (
    <Link to={place.to} activeOptions={{ exact: place.to === '/', includeSearch: false }} className={item}>
      <place.icon aria-hidden className="size-5" />
      {place.label}
    </Link>
  );
}
