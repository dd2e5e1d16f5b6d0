import { type ComponentPropsWithRef, useState } from 'react';
import { TextArea } from '../input.tsx';

interface LinesInputProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  lines: readonly string[];
  onLines: (lines: string[]) => void;
}

const read = (typed: string) => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** A list of words, one a line. */
export function LinesInput({ lines, onLines, ...rest }: LinesInputProps) {
  const [typed, setTyped] = useState(() => lines.join('\n'));
  const shown = read(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <TextArea
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onLines(read(event.target.value));
      }}
    />
  );
}
