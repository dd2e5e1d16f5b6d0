import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Keyboard, LogOut, Moon, Palette, Sun } from 'lucide-react';
import { signOut, useSession } from '../data/session.ts';
import { texts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, type MenuAction } from '../ui/overlay/menu.tsx';
import { toggleTheme, useLook } from './look.ts';
import { keysOpen } from './palette-store.ts';

/** Who is signed in, and what they can do about it. */
export function UserMenu() {
  const user = useSession()?.user;
  const groups = useUserActions();
  if (!user) return <div className="h-control" />;
  return (
    <Menu
      label={texts.shell.account}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          className="flex h-control w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-hover aria-expanded:bg-hover"
        >
          <Avatar name={user.name} />
          <span className="grow truncate">{user.name}</span>
          <ChevronsUpDown aria-hidden className="text-faint" />
        </button>
      )}
      groups={groups}
    />
  );
}

/** What everybody can do about themselves: the look, the keys, and leaving. */
export function useUserActions(): MenuAction[][] {
  const navigate = useNavigate();
  useLook();
  const dark = document.documentElement.dataset.theme === 'dark';
  return [
    [
      {
        label: texts.settings.profile,
        icon: Palette,
        onSelect: () => void navigate({ to: '/settings/$section', params: { section: 'profile' } }),
      },
      {
        label: dark ? texts.look.light : texts.look.dark,
        icon: dark ? Sun : Moon,
        keys: 'mod+shift+l',
        onSelect: toggleTheme,
      },
      { label: texts.shell.keys, icon: Keyboard, keys: '?', onSelect: () => keysOpen.set(true) },
    ],
    [
      {
        label: texts.shell.signOut,
        icon: LogOut,
        onSelect: () => void signOut().finally(() => navigate({ to: '/sign-in', search: {} })),
      },
    ],
  ];
}
