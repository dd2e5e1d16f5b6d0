import {
  KeyRound,
  type LucideIcon,
  Palette,
  ServerCog,
  SlidersHorizontal,
  Target,
  Trash2,
  UsersRound,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { settingsTexts as words } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';

export interface Section {
  /** As in the address: `/settings/fields`. */
  name: string;
  label: string;
  icon: LucideIcon;
  /** The permission without which there is nothing to do here. */
  may?: string;
  Content: ComponentType;
}

interface Group {
  label: string;
  sections: Section[];
}

const profile = lazily(() => import('../identity/profile-section.tsx').then((module) => module.ProfileSection));
const workspace = lazily(() => import('./workspace-section.tsx').then((module) => module.WorkspaceSection));
const users = lazily(() => import('../identity/users-section.tsx').then((module) => module.UsersSection));
const keys = lazily(() => import('../identity/keys-section.tsx').then((module) => module.KeysSection));
const fields = lazily(() => import('../fields/fields-section.tsx').then((module) => module.FieldsSection));
const deleted = lazily(() => import('./deleted/deleted-section.tsx').then((module) => module.DeletedSection));
const scoring = lazily(() => import('../scoring/model/scoring-section.tsx').then((module) => module.ScoringSection));

/** Everything that can be set, in the order of the menu; each comes with code of its own. */
export const groups: Group[] = [
  { label: words.groups.you, sections: [{ name: 'profile', label: words.profile, icon: Palette, Content: profile }] },
  {
    label: words.groups.workspace,
    sections: [
      { name: 'workspace', label: words.workspace, icon: ServerCog, may: 'settings:read', Content: workspace },
      { name: 'users', label: words.users, icon: UsersRound, may: 'users:read', Content: users },
      { name: 'keys', label: words.keys, icon: KeyRound, may: 'keys:read', Content: keys },
    ],
  },
  {
    label: words.groups.records,
    sections: [
      { name: 'fields', label: words.fields, icon: SlidersHorizontal, may: 'fields:write', Content: fields },
      { name: 'deleted', label: words.deleted, icon: Trash2, Content: deleted },
    ],
  },
  {
    label: words.groups.selling,
    sections: [{ name: 'scoring', label: words.scoring, icon: Target, may: 'scoring:write', Content: scoring }],
  },
];
