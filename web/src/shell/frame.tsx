import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { undoLatest } from '../data/changes.ts';
import { whenSignedOut } from '../data/kith.ts';
import { useOwnKinds } from '../kinds/load-own.ts';
import { warmCellEditor } from '../records/table/lazy-cell-editor.tsx';
import { texts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { Toasts } from '../ui/overlay/toast.tsx';
import { BottomNavigation } from './bottom-navigation.tsx';
import { spoken, startLive } from './live.ts';
import { toggleTheme } from './look.ts';
import { Navigation } from './navigation.tsx';
import { keysOpen, paletteOpen } from './palette-store.ts';
import { type Place, places } from './places.ts';
import { useShortcut } from './shortcuts.ts';

const loadPalette = () => import('./command-palette.tsx').then((module) => module.CommandPalette);
const CommandPalette = lazily(loadPalette);
const KeysSheet = lazily(() => import('./keys-sheet.tsx').then((module) => module.KeysSheet));

/** What stays while pages come and go. */
export function Frame() {
  useSignOutRedirect();
  useOwnKinds();
  useEffect(startLive, []);
  useEffect(warmLater, []);
  useShortcut('mod+k', () => paletteOpen.set(!paletteOpen.get()));
  useShortcut('mod+z', () => void undoLatest());
  useShortcut('mod+shift+l', toggleTheme);
  useShortcut('?', () => keysOpen.set(true));
  return (
    <div className="flex h-full flex-col">
      <a
        href="#main"
        className="only-read z-50 rounded-control bg-raised focus:fixed focus:top-2 focus:left-2 focus:size-auto focus:px-3 focus:py-2 focus:[clip-path:none]"
      >
        {texts.shell.skip}
      </a>
      <div className="flex min-h-0 grow">
        <Navigation />
        <main id="main" tabIndex={-1} className="flex min-w-0 grow flex-col bg-surface outline-none">
          <Outlet />
        </main>
      </div>
      <BottomNavigation />
      <PlaceKeys />
      <Overlays />
      <Toasts />
      <Spoken />
    </div>
  );
}

function Overlays() {
  const palette = paletteOpen.use();
  const keys = keysOpen.use();
  return (
    <Suspense>
      {palette && <CommandPalette />}
      {keys && <KeysSheet />}
    </Suspense>
  );
}

function Spoken() {
  return (
    <p role="log" aria-live="polite" className="only-read">
      {spoken.use()}
    </p>
  );
}

function PlaceKeys() {
  return places.map((place) => <PlaceKey key={place.name} place={place} />);
}

function PlaceKey({ place }: { place: Place }) {
  const navigate = useNavigate();
  useShortcut(place.keys, () => void navigate(place.link));
  return null;
}

function useSignOutRedirect() {
  const navigate = useNavigate();
  useEffect(
    () => whenSignedOut(() => void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } })),
    [navigate],
  );
}

/** Fetches what the first Ctrl-K or the first menu needs, once the page has come to rest. */
function warmLater() {
  const timer = setTimeout(() => {
    void loadPalette();
    void import('../ui/overlay/panel.tsx');
    warmCellEditor();
  }, 2_000);
  return () => clearTimeout(timer);
}
