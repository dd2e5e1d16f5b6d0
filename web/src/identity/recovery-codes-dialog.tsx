import { Copy } from 'lucide-react';
import { securityTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';

/** Recovery codes, shown now and never again. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard?.writeText(codes.join('\n'));
    if (navigator.clipboard) say(texts.common.copied);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={securityTexts.codesTitle}
      description={securityTexts.codesText}
      actions={
        <>
          <Button icon={Copy} onClick={() => void copy()}>
            {texts.common.copy}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {texts.common.close}
          </Button>
        </>
      }
    >
      <ol className="grid grid-cols-2 gap-x-6 gap-y-2 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </Dialog>
  );
}
