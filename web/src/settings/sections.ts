import {
  Activity,
  Banknote,
  BellRing,
  Boxes,
  CopyCheck,
  EyeOff,
  Footprints,
  History,
  Inbox,
  KeyRound,
  ListTodo,
  type LucideIcon,
  Palette,
  ScrollText,
  ServerCog,
  Signpost,
  SlidersHorizontal,
  SquareKanban,
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
const fieldRules = lazily(() =>
  import('../field-rules/field-rules-section.tsx').then((module) => module.FieldRulesSection),
);
const objects = lazily(() => import('../objects/objects-section.tsx').then((module) => module.ObjectsSection));
const pipelines = lazily(() => import('../pipelines/pipelines-section.tsx').then((module) => module.PipelinesSection));
const leads = lazily(() =>
  import('../lead-settings/lead-settings-section.tsx').then((module) => module.LeadSettingsSection),
);
const lifecycle = lazily(() => import('../lifecycle/lifecycle-section.tsx').then((module) => module.LifecycleSection));
const currencies = lazily(() =>
  import('../currencies/currencies-section.tsx').then((module) => module.CurrenciesSection),
);
const routing = lazily(() => import('../routing/routing-section.tsx').then((module) => module.RoutingSection));
const taskRules = lazily(() =>
  import('../task-rules/task-rules-section.tsx').then((module) => module.TaskRulesSection),
);
const escalations = lazily(() =>
  import('../escalations/escalations-section.tsx').then((module) => module.EscalationsSection),
);
const events = lazily(() => import('../events/events-section.tsx').then((module) => module.EventsSection));
const audit = lazily(() => import('../audit/audit-section.tsx').then((module) => module.AuditSection));
const changes = lazily(() => import('../changes/changes-section.tsx').then((module) => module.ChangesSection));
const duplicates = lazily(() => import('../merging/duplicates-section.tsx').then((module) => module.DuplicatesSection));
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
      { name: 'field-rules', label: words.fieldRules, icon: EyeOff, may: 'access:write', Content: fieldRules },
      { name: 'objects', label: words.objects, icon: Boxes, may: 'objects:write', Content: objects },
      { name: 'changes', label: words.changes, icon: History, may: 'changes:read', Content: changes },
      { name: 'duplicates', label: words.duplicates, icon: CopyCheck, may: 'contacts:read', Content: duplicates },
      { name: 'deleted', label: words.deleted, icon: Trash2, Content: deleted },
    ],
  },
  {
    label: words.groups.selling,
    sections: [
      { name: 'pipelines', label: words.pipelines, icon: SquareKanban, may: 'pipelines:write', Content: pipelines },
      { name: 'leads', label: words.leads, icon: Inbox, may: 'leads:configure', Content: leads },
      { name: 'lifecycle', label: words.lifecycle, icon: Footprints, may: 'contacts:configure', Content: lifecycle },
      { name: 'currencies', label: words.currencies, icon: Banknote, may: 'currencyRates:write', Content: currencies },
      { name: 'scoring', label: words.scoring, icon: Target, may: 'scoring:write', Content: scoring },
      { name: 'routing', label: words.routing, icon: Signpost, may: 'routingRules:write', Content: routing },
      { name: 'task-rules', label: words.taskRules, icon: ListTodo, may: 'taskRules:write', Content: taskRules },
      {
        name: 'escalations',
        label: words.escalations,
        icon: BellRing,
        may: 'escalationRules:write',
        Content: escalations,
      },
    ],
  },
  {
    label: words.groups.running,
    sections: [
      { name: 'events', label: words.events, icon: Activity, may: 'handlers:read', Content: events },
      { name: 'audit', label: words.audit, icon: ScrollText, may: 'audit:read', Content: audit },
    ],
  },
];
