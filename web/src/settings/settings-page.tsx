import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight, LogOut } from 'lucide-react';
import { Suspense } from 'react';
import { useMayAny } from '../data/permissions.ts';
import { signOut, useSession } from '../data/session.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { lazily } from '../ui/lazily.ts';
import { useNarrow } from '../ui/media.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState } from '../ui/state.tsx';
import { groups, type Section } from './sections.ts';

const StepUpOnDemand = lazily(() => import('../identity/step-up-dialog.tsx').then((module) => module.StepUpOnDemand));

/** What can be set: oneself, and for administrators the workspace, its people, its records and its rules. */
export function SettingsPage() {
  const { section } = useParams({ strict: false });
  const narrow = useNarrow();
  const mine = useGroups();
  const sections = mine.flatMap((group) => group.sections);
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
      <Suspense>
        <StepUpOnDemand />
      </Suspense>
      <div className="flex min-h-0 grow">
        {(!narrow || !(chosen || closed)) && <SectionLinks groups={mine} chosen={chosen} narrow={narrow} />}
        {closed && (
          <div className="grow">
            <PageState drawing="lock" title={texts.states.forbidden} text={settingsTexts.notYours} />
          </div>
        )}
        {chosen && (
          <div className="min-w-0 grow overflow-y-auto">
            <div className="mx-auto grid max-w-content gap-8 px-4 py-6 tab:px-8">
              <Suspense fallback={<Skeleton className="h-60 w-full" />} key={chosen.name}>
                <chosen.Content />
              </Suspense>
            </div>
          </div>
        )}
      </div>
    </>
  );
}

/** The sections that the person may use, and the groups that have any. */
function useGroups() {
  const may = useMayAny();
  return groups
    .map((group) => ({ ...group, sections: group.sections.filter((one) => !one.may || may(one.may)) }))
    .filter((group) => group.sections.length > 0);
}

interface SectionLinksProps {
  groups: typeof groups;
  chosen: Section | undefined;
  narrow: boolean;
}

function SectionLinks({ groups: shown, chosen, narrow }: SectionLinksProps) {
  return (
    <nav
      aria-label={texts.places.settings}
      className={cx('overflow-y-auto', narrow ? 'grow pb-6' : 'w-nav shrink-0 border-line border-r p-2')}
    >
      {shown.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2 className={cx('font-medium text-secondary text-xs', narrow ? 'px-4 pt-5 pb-1' : 'px-2 pt-3 pb-1')}>
            {group.label}
          </h2>
          <ul className={cx('grid', !narrow && 'gap-0.5')}>
            {group.sections.map((section) => (
              <li key={section.name}>
                <SectionLink section={section} chosen={section === chosen} narrow={narrow} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {narrow && <SignOut />}
    </nav>
  );
}

function SectionLink({ section, chosen, narrow }: { section: Section; chosen: boolean; narrow: boolean }) {
  return (
    <Link
      to="/settings/$section"
      params={{ section: section.name }}
      aria-current={chosen ? 'page' : undefined}
      className={cx(
        'ring-inside flex items-center gap-2.5 hover:bg-hover',
        narrow ? 'h-12 border-line border-b px-4' : 'h-control-small rounded-control px-2',
        chosen ? 'bg-pressed text-text' : narrow ? 'text-text' : 'text-secondary hover:text-text',
      )}
    >
      <section.icon aria-hidden className={narrow ? 'text-secondary' : undefined} />
      <span className="grow">{section.label}</span>
      {narrow && <ChevronRight aria-hidden className="text-faint" />}
    </Link>
  );
}

/** The way out, where there is no menu of the person. */
function SignOut() {
  const user = useSession()?.user;
  const navigate = useNavigate();
  return (
    <>
      <button
        type="button"
        onClick={() => void signOut().finally(() => navigate({ to: '/sign-in', search: {} }))}
        className="ring-inside mt-6 flex h-12 w-full items-center gap-2.5 border-line border-y px-4 text-left hover:bg-hover"
      >
        <LogOut aria-hidden className="text-secondary" />
        {texts.shell.signOut}
      </button>
      {user && <p className="truncate px-4 pt-2 text-secondary text-xs">{settingsTexts.signedInAs(user.email)}</p>}
    </>
  );
}
