import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type Target, updateMany } from '../../data/bulk.ts';
import { type Field, type ObjectName, useFields } from '../../data/catalogue.ts';
import type { Named } from '../../data/types.ts';
import { texts } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { OptionList } from '../../ui/option-list.tsx';
import { FieldInput } from '../field/field-input.tsx';

interface BulkEditProps {
  object: ObjectName;
  target: Target;
  count: number;
  close: () => void;
}

/** First which field, then which value, then once for all. */
export function BulkEdit({ object, target, count, close }: BulkEditProps) {
  const fields = useFields(object).filter((field) => field.editable);
  const [words, setWords] = useState('');
  const [field, setField] = useState<Field>();
  if (field) return <BulkValue {...{ object, target, count, close, field }} onBack={() => setField(undefined)} />;
  return (
    <OptionList
      label={texts.bulk.whichField}
      placeholder={texts.bulk.whichField}
      options={fields
        .filter((one) => one.label.toLowerCase().includes(words.toLowerCase()))
        .map((one) => ({ value: one.name, label: one.label }))}
      chosen={[]}
      words={words}
      onWords={setWords}
      onChoose={(option) => setField(fields.find((one) => one.name === option.value))}
    />
  );
}

function BulkValue({
  object,
  target,
  count,
  close,
  field,
  onBack,
}: BulkEditProps & { field: Field; onBack: () => void }) {
  const [value, setValue] = useState<unknown>(null);
  const [named, setNamed] = useState<Named | null>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    void updateMany(object, target, { [field.name]: value }, named === undefined ? {} : { [field.name]: named });
  };
  return (
    <form onSubmit={submit} className="grid gap-3 p-3">
      <div className="flex items-center gap-1">
        <IconButton small icon={ArrowLeft} label={texts.common.back} onClick={onBack} />
        <span className="font-medium">{field.label}</span>
      </div>
      <FieldInput
        field={field}
        value={value}
        aria-label={field.label}
        autoFocus
        onChange={(next, name) => {
          setValue(next);
          setNamed(name);
        }}
      />
      <Button kind="primary" type="submit">
        {value === null || value === '' ? texts.bulk.empty(number(count)) : texts.bulk.set(number(count))}
      </Button>
    </form>
  );
}
