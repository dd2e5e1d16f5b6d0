import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight, KeyRound, type LucideIcon, Palette, ServerCog, UsersRound } from 'lucide-react';
import { useMay } from '../data/permissions.ts';
import { KeysSection } from '../identity/keys-section.tsx';
import { ProfileSection } from '../identity/profile-section.tsx';
import { UsersSection } from '../identity/users-section.tsx';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { useNarrow } from '../ui/media.ts';
import { PageState } from '../ui/state.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

interface Section {
  name: string;
  label: string;
  icon: LucideIcon;
  content: () => React.ReactNode;
}

/** What can be set: oneself, and for administrators the workspace, its people and its keys. */
export function SettingsPage() {
  const { section } = useParams({ strict: false });
  const narrow = useNarrow();
  const sections = useSections();
  const closed = section !== undefined && !sections.some((one) => one.name === section);
  const chosen = sections.find((one) => one.name === section) ?? (narrow || closed ? undefined : sections[0]);
  useTitle(chosen?.label ?? texts.places.settings);
  return (
    <>
      <PageHeader>
        {narrow && chosen ? (
          <>
            <Link to="/settings" className="text-secondary">
              {texts.places.settings}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 text-faint" />
            <PageTitle>{chosen.label}</PageTitle>
          </>
        ) : (
          <PageTitle>{texts.places.settings}</PageTitle>
        )}
      </PageHeader>
      <div className="flex min-h-0 grow">
        {(!narrow || !(chosen || closed)) && <SectionLinks sections={sections} chosen={chosen} narrow={narrow} />}
        {closed && (
          <div className="grow">
            <PageState drawing="lock" title={texts.states.forbidden} text={settingsTexts.onlyAdmins} />
          </div>
        )}
        {chosen && (
          <div className="min-w-0 grow overflow-y-auto">
            <div className="mx-auto grid max-w-content gap-8 px-4 py-6 tab:px-8">{chosen.content()}</div>
          </div>
        )}
      </div>
    </>
  );
}

function useSections(): Section[] {
  const maySet = useMay('settings:read');
  const mayUsers = useMay('users:read');
  const mayKeys = useMay('keys:read');
  return [
    { name: 'profile', label: settingsTexts.profile, icon: Palette, content: () => <ProfileSection />, may: true },
    {
      name: 'workspace',
      label: settingsTexts.workspace,
      icon: ServerCog,
      content: () => <WorkspaceSection />,
      may: maySet,
    },
    { name: 'users', label: settingsTexts.users, icon: UsersRound, content: () => <UsersSection />, may: mayUsers },
    { name: 'keys', label: settingsTexts.keys, icon: KeyRound, content: () => <KeysSection />, may: mayKeys },
  ].filter((one) => one.may);
}

function SectionLinks({
  sections,
  chosen,
  narrow,
}: {
  sections: Section[];
  chosen: Section | undefined;
  narrow: boolean;
}) {
  return (
    <nav
      aria-label={texts.places.settings}
      className={cx('overflow-y-auto', narrow ? 'grow' : 'w-nav shrink-0 border-line border-r p-2')}
    >
      <ul className="grid gap-0.5">
        {sections.map((section) => (
          <li key={section.name}>
            <Link
              to="/settings/$section"
              params={{ section: section.name }}
              aria-current={section === chosen ? 'page' : undefined}
              className={cx(
                'ring-inside flex items-center gap-2.5 hover:bg-hover',
                narrow ? 'h-14 border-line border-b px-4' : 'h-control-small rounded-control px-2',
                section === chosen ? 'bg-pressed text-text' : 'text-secondary hover:text-text',
              )}
            >
              <section.icon aria-hidden />
              <span className="grow">{section.label}</span>
              {narrow && <ChevronRight aria-hidden />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
