import { type ComponentPropsWithRef, useState } from 'react';
import { Input } from '../input.tsx';

interface NumberInputProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange'> {
  /** `NaN` while nothing usable is typed. */
  value: number | undefined;
  /** Told `undefined` when it was emptied, and `NaN` for what is no number. */
  onNumber: (value: number | undefined) => void;
}

function read(typed: string): number | undefined {
  const plain = typed.replace(/[\s_'’]/g, '').replace(',', '.');
  return plain === '' ? undefined : Number(plain);
}

/** A number as it is typed, "1,5" included; the arrow keys count up and down. */
export function NumberInput({ value, onNumber, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState(() => written(value));
  const shown = Object.is(read(typed), value) ? typed : written(value);
  const change = (next: string) => {
    setTyped(next);
    onNumber(read(next));
  };
  return (
    <Input
      inputMode="decimal"
      {...rest}
      aria-invalid={rest['aria-invalid'] ?? (Number.isNaN(value) || undefined)}
      value={shown}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (!step || value === undefined || Number.isNaN(value)) return;
        event.preventDefault();
        change(String(Math.max(0, value + step)));
      }}
    />
  );
}

function written(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}
