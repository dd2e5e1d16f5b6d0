import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { scoringTexts as words } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { NumberInput } from '../../ui/forms/number-input.tsx';

interface RowProps {
  /** The tracks of the grid that all rows share. */
  tracks: string;
  children: ReactNode;
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
}

/** A row of inputs, with its way out at the end. */
export function Row({ tracks, children, onRemove, removeLabel = '' }: RowProps) {
  return (
    <div className={cx('grid items-center gap-2', tracks)}>
      {children}
      {onRemove ? <IconButton icon={X} small label={removeLabel} onClick={onRemove} /> : <span />}
    </div>
  );
}

export function PointsInput({
  label,
  value,
  onNumber,
}: {
  label: string;
  value: number;
  onNumber: (value: number) => void;
}) {
  const invalid = !(value >= 0 && value <= 100);
  return (
    <NumberInput
      aria-label={label}
      aria-invalid={invalid || undefined}
      className="tabular text-right"
      value={value}
      onNumber={(next) => onNumber(next ?? Number.NaN)}
    />
  );
}

export function AddRow({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button small kind="quiet" icon={Plus} onClick={onAdd} className="-ml-2 mt-1 justify-self-start">
      {label}
    </Button>
  );
}

/** What counts for whatever is not listed. */
export function OtherRow({
  label,
  tracks,
  value,
  onNumber,
}: {
  label: string;
  tracks: string;
  value: number;
  onNumber: (value: number) => void;
}) {
  return (
    <Row tracks={tracks}>
      <span className="text-secondary">{words.fit.other}</span>
      <PointsInput label={`${label}: ${words.fit.other}`} value={value} onNumber={onNumber} />
    </Row>
  );
}
