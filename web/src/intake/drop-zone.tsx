import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { intakeTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Drawing } from '../ui/drawing.tsx';

interface DropZoneProps {
  onFile: (file: File) => void;
  /** A line of text and a button, where there is much else on the page. */
  compact?: boolean;
}

/** Takes a file by dropping or by choosing. */
export function DropZone({ onFile, compact = false }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex items-center justify-center gap-x-4 gap-y-3 rounded-card border border-dashed transition-colors',
        compact ? 'flex-wrap px-4 py-6' : 'flex-col px-6 py-16',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-bg',
      )}
    >
      {!compact && <Drawing name="file" />}
      <p className="text-pretty text-center">
        <span className="font-medium">{intakeTexts.drop}</span>{' '}
        <span className="text-secondary">{intakeTexts.dropText}</span>
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={intakeTexts.choose}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <Button kind={compact ? 'secondary' : 'primary'} icon={Upload} onClick={() => input.current?.click()}>
        {intakeTexts.choose}
      </Button>
    </div>
  );
}
