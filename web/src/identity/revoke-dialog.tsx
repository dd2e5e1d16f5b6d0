import { settingsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';

/** Revoking a key is one of the few things that cannot be undone, so it is asked for. */
export function RevokeDialog({
  name,
  onClose,
  onConfirm,
}: {
  name: string;
  onClose: () => void;
  onConfirm: () => void;
}) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={settingsTexts.revoke(name)}
      description={settingsTexts.revokeText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="danger" onClick={onConfirm}>
            {settingsTexts.revokeNow}
          </Button>
        </>
      }
    />
  );
}
