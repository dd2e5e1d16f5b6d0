import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { useBeginSecondFactor, useConfirmSecondFactor } from '../data/security.ts';
import { securityTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { CodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';

interface SecondFactorDialogProps {
  onClose: () => void;
  onCodes: (codes: string[]) => void;
}

/** Shows the secret to an authenticator, and turns the second factor on by its first code. */
export function SecondFactorDialog({ onClose, onCodes }: SecondFactorDialogProps) {
  const form = useId();
  const [code, setCode] = useState('');
  const { mutate: begin, data, error } = useBeginSecondFactor();
  const begun = useRef(false);
  useEffect(() => {
    // A second secret, as React's strict mode would make, would not be the one that was scanned.
    if (begun.current) return;
    begun.current = true;
    begin();
  }, [begin]);
  const confirm = useConfirmSecondFactor();
  const problem = confirm.error ? ApiProblem.from(confirm.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes ?? []) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={securityTexts.scanTitle}
      description={securityTexts.scanText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={confirm.isPending} disabled={!data}>
            {securityTexts.turnOn}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <ProblemNote error={error ?? (problem?.errors.length === 0 ? problem : undefined)} />
        {data ? (
          <div className="grid justify-items-start gap-3">
            <QrCode text={data.uri ?? ''} label={securityTexts.qrLabel} />
            <p className="wrap-anywhere">
              {securityTexts.key}: <code className="font-mono text-xs">{data.secret}</code>
            </p>
          </div>
        ) : (
          <Skeleton className="size-44" />
        )}
        <CodeField value={code} onChange={setCode} error={problem?.errorOf('code')} />
      </form>
    </Dialog>
  );
}
