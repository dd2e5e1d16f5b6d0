import { useQuery } from '@tanstack/react-query';
import { Monitor, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import {
  secondFactorOptions,
  sessionsOptions,
  useRemoveSecondFactor,
  useRenewRecoveryCodes,
  useRevokeSession,
} from '../data/security.ts';
import { SettingsSection } from '../settings/section.tsx';
import { securityTexts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { deviceName } from './device-name.ts';
import { sayRefused } from './say-refused.ts';

const SecondFactorDialog = lazily(() =>
  import('./second-factor-dialog.tsx').then((module) => module.SecondFactorDialog),
);
const RecoveryCodesDialog = lazily(() =>
  import('./recovery-codes-dialog.tsx').then((module) => module.RecoveryCodesDialog),
);

/** The second factor: set up, with its recovery codes, or turned off. */
export function SecondFactorPart() {
  const { data: factor, error } = useQuery(secondFactorOptions);
  const [isSettingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const renew = useRenewRecoveryCodes();
  const remove = useRemoveSecondFactor();
  const isOn = Boolean(factor?.enrolledAt);
  const text = !factor
    ? undefined
    : isOn
      ? securityTexts.factorOn(factor.recoveryCodesLeft)
      : factor.required
        ? securityTexts.factorRequired
        : securityTexts.factorOff;
  return (
    <SettingsSection title={securityTexts.factorTitle} {...(text ? { text } : {})}>
      <ProblemNote error={error} />
      {!factor && !error && <Skeleton className="h-control w-40" />}
      {factor && !isOn && (
        <Button onClick={() => setSettingUp(true)} className="justify-self-start">
          {securityTexts.setUp}
        </Button>
      )}
      {factor && isOn && (
        <div className="flex flex-wrap gap-2">
          <Button
            busy={renew.isPending}
            onClick={() =>
              renew.mutate(undefined, {
                onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes ?? []),
                onError: sayRefused,
              })
            }
          >
            {securityTexts.renewCodes}
          </Button>
          {!factor.required && (
            <Button busy={remove.isPending} onClick={() => remove.mutate(undefined, { onError: sayRefused })}>
              {securityTexts.turnOff}
            </Button>
          )}
        </div>
      )}
      <Suspense>
        {isSettingUp && (
          <SecondFactorDialog
            onClose={() => setSettingUp(false)}
            onCodes={(shown) => {
              setSettingUp(false);
              setCodes(shown);
            }}
          />
        )}
        {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(undefined)} />}
      </Suspense>
    </SettingsSection>
  );
}

/** Where one is signed in, and the end of each. */
export function SessionsPart() {
  const { data: sessions, error } = useQuery(sessionsOptions);
  const revoke = useRevokeSession();
  return (
    <SettingsSection title={securityTexts.sessionsTitle} text={securityTexts.sessionsText}>
      <ProblemNote error={error} />
      {!sessions && !error && <Skeleton className="h-40 w-full" />}
      {sessions && (
        <ul className="rounded-card border border-line">
          {sessions.map((session) => (
            <li key={session.id} className="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-0">
              <Monitor aria-hidden className="text-secondary" />
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">
                  {deviceName(session.userAgent) ?? securityTexts.unknownDevice}
                </span>
                <span className="block truncate text-secondary">
                  {session.address && `${session.address} · `}
                  {session.current ? (
                    securityTexts.thisOne
                  ) : (
                    <>
                      {securityTexts.lastSeen} <Time at={session.seenAt} />
                    </>
                  )}
                </span>
              </span>
              {!session.current && (
                <IconButton
                  icon={X}
                  label={securityTexts.endSession}
                  onClick={() => revoke.mutate(session.id, { onError: sayRefused })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}
