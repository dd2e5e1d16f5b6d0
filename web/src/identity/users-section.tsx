import { useQuery } from '@tanstack/react-query';
import { Link2, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { useSession } from '../data/session.ts';
import { makeSignInLink, type User, useChangeUser, usersOptions } from '../data/setup/users.ts';
import { SettingsSection } from '../settings/section.tsx';
import { settingsTexts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { RoleSelect } from './role-select.tsx';
import { roleLabel, useRoles } from './roles.ts';
import { sayRefused } from './say-refused.ts';

const ShownOnce = lazily(() => import('./shown-once.tsx').then((module) => module.ShownOnce));
const UserDialog = lazily(() => import('./user-dialog.tsx').then((module) => module.UserDialog));

/** Who may sign in, and as what. */
export function UsersSection() {
  const { data: users, error } = useQuery(usersOptions);
  const mayWrite = useMay('users:write');
  const [creating, setCreating] = useState(false);
  const [link, setLink] = useState<{ name: string; url: string }>();
  const invite = async (user: User) => {
    try {
      const made = await makeSignInLink(user.id);
      setLink({ name: user.name || user.email, url: made.url });
    } catch (problem) {
      sayRefused(problem);
    }
  };
  if (error && !users) return <ProblemState error={error} />;
  return (
    <SettingsSection
      title={settingsTexts.users}
      text={settingsTexts.usersText}
      action={
        mayWrite && (
          <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
            {settingsTexts.newUser}
          </Button>
        )
      }
    >
      {!users && <Skeleton className="h-40 w-full" />}
      <ul className="rounded-card border border-line">
        {users?.map((user) => (
          <UserRow key={user.id} user={user} mayWrite={mayWrite} onInvite={() => void invite(user)} />
        ))}
      </ul>
      <Suspense>
        {creating && (
          <UserDialog
            onClose={() => setCreating(false)}
            onCreated={(user) => {
              setCreating(false);
              void invite(user);
            }}
          />
        )}
        {link && (
          <ShownOnce
            title={settingsTexts.linkTitle(link.name)}
            text={settingsTexts.linkText}
            value={link.url}
            onClose={() => setLink(undefined)}
          />
        )}
      </Suspense>
    </SettingsSection>
  );
}

function UserRow({ user, mayWrite, onInvite }: { user: User; mayWrite: boolean; onInvite: () => void }) {
  const me = useSession()?.user.id;
  const change = useChangeUser();
  const roles = useRoles();
  const name = user.name || user.email;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-0">
      <Avatar name={name} size="medium" />
      <span className="min-w-0 grow basis-48">
        <span className="block truncate font-medium" dir="auto">
          {name}
          {user.id === me && <span className="font-normal text-secondary"> {settingsTexts.you}</span>}
        </span>
        <span className="block truncate text-secondary">{user.email}</span>
      </span>
      <span className="hidden w-menu text-secondary wide:block">
        {user.lastLogin ? (
          <>
            {settingsTexts.lastHere} <Time at={user.lastLogin} />
          </>
        ) : (
          settingsTexts.neverHere
        )}
      </span>
      {mayWrite ? (
        <RoleSelect
          aria-label={settingsTexts.roleOf(name)}
          value={user.role}
          disabled={user.id === me}
          onChoose={(role) => change.mutate({ id: user.id, role }, { onError: sayRefused })}
          className="w-label"
        />
      ) : (
        <span>{roleLabel(roles, user.role)}</span>
      )}
      {mayWrite && <IconButton icon={Link2} label={settingsTexts.makeLink(name)} onClick={onInvite} />}
    </li>
  );
}
