import { type KeyboardEvent, useState } from 'react';
import type { Field } from '../../data/catalogue.ts';
import type { Named } from '../../data/types.ts';
import { OptionList } from '../../ui/option-list.tsx';
import { useChoices } from './choices.tsx';

/** What was chosen, and what references are called. */
export type Choose = (value: unknown, named?: Named | null) => void;

interface FieldPickerProps {
  field: Field;
  value: unknown;
  onChoose: Choose;
  /** Several values are chosen one by one, and the list stays. */
  many?: boolean;
  onTab?: ((event: KeyboardEvent) => void) | undefined;
}

/** The list from which a value of a choice, a person, a record or tags is picked. */
export function FieldPicker({ field, value, onChoose, many = false, onTab }: FieldPickerProps) {
  const [words, setWords] = useState('');
  const tags = field.type === 'tags';
  const several = many || holdsSeveral(field);
  const chosen = Array.isArray(value) ? value.map(String) : value ? [String(value)] : [];
  const found = useChoices(field, words);
  const options = tags ? chosen.filter((tag) => tag.includes(words)).map((tag) => ({ value: tag, label: tag })) : found;
  return (
    <OptionList
      label={field.label}
      options={options}
      chosen={chosen}
      words={words}
      onWords={setWords}
      canCreate={tags}
      onTab={onTab}
      onClear={several ? undefined : () => onChoose(null, null)}
      onChoose={(option) => {
        setWords('');
        if (several)
          onChoose(
            chosen.includes(option.value) ? chosen.filter((one) => one !== option.value) : [...chosen, option.value],
          );
        else onChoose(option.value, { id: option.value, name: option.label });
      }}
    />
  );
}

const picked = new Set<Field['type']>(['choice', 'multiChoice', 'country', 'user', 'reference', 'references', 'tags']);

/** Whether a field's value is picked from a list rather than typed. */
export const isPicked = (field: Field): boolean => picked.has(field.type);

/** Whether a field holds a list of values, which are picked one by one. */
export const holdsSeveral = ({ type }: Field): boolean =>
  type === 'tags' || type === 'multiChoice' || type === 'references';
