import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type ApiKey, keysOptions, useRevokeKey } from '../data/settings.ts';
import { SettingsSection } from '../settings/section.tsx';
import { settingsTexts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { roleLabel, useRoles } from './roles.ts';
import { sayRefused } from './say-refused.ts';

const KeyDialog = lazily(() => import('./key-dialog.tsx').then((module) => module.KeyDialog));
const RevokeDialog = lazily(() => import('./revoke-dialog.tsx').then((module) => module.RevokeDialog));

/** The keys with which programs call the API. */
export function KeysSection() {
  const { data: keys, error } = useQuery(keysOptions);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const revoke = useRevokeKey();
  const roles = useRoles();
  if (error && !keys) return <ProblemState error={error} />;
  return (
    <SettingsSection
      title={settingsTexts.keys}
      text={settingsTexts.keysText}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {settingsTexts.newKey}
        </Button>
      }
    >
      {!keys && <Skeleton className="h-40 w-full" />}
      {keys?.length === 0 && <PageState drawing="key" title={settingsTexts.noKeys} text={settingsTexts.noKeysText} />}
      {keys && keys.length > 0 && (
        <ul className="rounded-card border border-line">
          {keys.map((key) => (
            <li key={key.id} className="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-0">
              <KeyRound aria-hidden className="text-secondary" />
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">{key.name}</span>
                <span className="block truncate text-secondary">
                  <code className="font-mono text-xs">{key.prefix}…</code> · {roleLabel(roles, key.role)} ·{' '}
                  {key.lastUsedAt ? (
                    <>
                      {settingsTexts.lastUsed} <Time at={key.lastUsedAt} />
                    </>
                  ) : (
                    settingsTexts.neverUsed
                  )}
                </span>
              </span>
              <IconButton icon={Trash2} label={settingsTexts.revoke(key.name)} onClick={() => setRevoking(key)} />
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {creating && <KeyDialog onClose={() => setCreating(false)} />}
        {revoking && (
          <RevokeDialog
            name={revoking.name}
            onClose={() => setRevoking(undefined)}
            onConfirm={() => {
              revoke.mutate(revoking.id, { onError: sayRefused });
              setRevoking(undefined);
            }}
          />
        )}
      </Suspense>
    </SettingsSection>
  );
}
