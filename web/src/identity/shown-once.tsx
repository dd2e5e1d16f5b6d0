import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';

interface ShownOnceProps {
  title: string;
  text: string;
  value: string;
  onClose: () => void;
}

/** A secret that is shown now and never again. */
export function ShownOnce({ title, text, value, onClose }: ShownOnceProps) {
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    input.current?.select();
    // The clipboard exists only on https and localhost; elsewhere the selected text waits for Ctrl-C.
    await navigator.clipboard?.writeText(value);
    if (navigator.clipboard) say(texts.common.copied);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={text}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.close}</Button>
          <Button kind="primary" icon={Copy} onClick={() => void copy()}>
            {texts.common.copy}
          </Button>
        </>
      }
    >
      <Input
        ref={input}
        readOnly
        aria-label={title}
        value={value}
        onFocus={(event) => event.target.select()}
        className="font-mono"
      />
    </Dialog>
  );
}
