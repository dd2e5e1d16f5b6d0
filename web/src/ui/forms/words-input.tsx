import { type ComponentPropsWithRef, useState } from 'react';
import { TextArea } from '../input.tsx';

interface WordsInputProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  words: readonly string[];
  onWords: (words: string[]) => void;
}

const read = (typed: string) =>
  typed
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** A list of words, typed between commas. */
export function WordsInput({ words, onWords, ...rest }: WordsInputProps) {
  const [typed, setTyped] = useState(() => words.join(', '));
  const shown = read(typed).join('\n') === words.join('\n') ? typed : words.join(', ');
  return (
    <TextArea
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onWords(read(event.target.value));
      }}
    />
  );
}
