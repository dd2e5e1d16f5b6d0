import type { LinkProps } from '@tanstack/react-router';
import { House, ListTodo, type LucideIcon, Settings, Upload } from 'lucide-react';
import type { ComponentType } from 'react';
import { type Kind, kinds, ownKinds } from '../kinds/index.ts';
import { listLink } from '../kinds/links.ts';
import { texts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';

export interface Place {
  name: string;
  link: Pick<LinkProps, 'to' | 'params'>;
  label: string;
  icon: LucideIcon;
  /** The keys that go there. */
  keys: string;
  /** It stands at the thumb where the screen is narrow. */
  atThumb: boolean;
  /** The kind whose list it is. */
  kind?: Kind;
  /** How much waits there. */
  Count?: ComponentType;
}

function placeOf(kind: Kind): Place {
  const { name, words, icon, keys, atThumb } = kind;
  return { name, link: listLink(name), label: words.many, icon, keys, atThumb, kind };
}

/** The lists of the kinds that the workspace has made. */
export function useOwnPlaces(): Place[] {
  return ownKinds.use().map(placeOf);
}

/** Where one can go, in the order of the navigation. */
export const places: readonly Place[] = [
  { name: 'home', link: { to: '/' }, label: texts.places.home, icon: House, keys: 'g h', atThumb: true },
  {
    name: 'tasks',
    link: { to: '/tasks' },
    label: texts.places.tasks,
    icon: ListTodo,
    keys: 'g t',
    atThumb: false,
    Count: lazily(() => import('../tasks/due-count.tsx').then((module) => module.DueCount)),
  },
  ...kinds.map(placeOf),
  { name: 'imports', link: { to: '/imports' }, label: texts.places.imports, icon: Upload, keys: 'g i', atThumb: false },
  {
    name: 'settings',
    link: { to: '/settings' },
    label: texts.places.settings,
    icon: Settings,
    keys: 'g s',
    atThumb: false,
  },
];
