import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Field } from '../../data/catalogue.ts';
import type { Named } from '../../data/types.ts';
import { texts } from '../../texts/index.ts';
import { cx } from '../../ui/cx.ts';
import { Input, Select, TextArea } from '../../ui/input.tsx';
import { Floating } from '../../ui/overlay/floating.tsx';
import { AddressInput } from './address-input.tsx';
import { type Choose, FieldPicker, holdsSeveral, isPicked } from './field-picker.tsx';
import { labelOf } from './field-value.tsx';
import { inputKind, parseValue, typedOf } from './parse-value.ts';

interface FieldInputProps {
  field: Field;
  value: unknown;
  /** What the value refers to, where it is known. */
  named?: Named | null;
  onChange: Choose;
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-label'?: string;
  many?: boolean;
  autoFocus?: boolean;
  className?: string;
}

/** The control for a field's value in forms, filters and bulk edits. */
export function FieldInput({ field, value, named, onChange, many, className, ...rest }: FieldInputProps) {
  if (isPicked(field)) {
    const picker = { field, value, named, onChange, many, className };
    return <PickerInput {...picker} {...rest} />;
  }
  if (field.type === 'boolean') {
    return (
      <Select
        {...rest}
        className={className}
        value={value === true ? 'true' : value === false ? 'false' : ''}
        onChange={(event) => onChange(event.target.value === 'true')}
      >
        {value === null || value === undefined ? <option value="" /> : null}
        <option value="true">{texts.values.yes}</option>
        <option value="false">{texts.values.no}</option>
      </Select>
    );
  }
  if (field.type === 'address') return <AddressInput {...rest} value={value} onChange={onChange} />;
  if (field.type === 'file') return <p className="text-secondary">{texts.values.fileLater}</p>;
  if (field.type === 'longText') {
    return (
      <TextArea
        {...rest}
        className={className}
        value={typedOf(value)}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  }
  if (field.type === 'dateTime') {
    return (
      <Input
        {...rest}
        className={className}
        type="date"
        value={typedOf(value).slice(0, 10)}
        onChange={(event) => onChange(startOfDay(event.target.value))}
      />
    );
  }
  return <TypedInput field={field} value={value} onChange={onChange} className={className} {...rest} />;
}

function startOfDay(date: string): string | null {
  return date ? new Date(`${date}T00:00`).toISOString() : null;
}

/** Keeps what is typed as it is typed, "1,5" included, and hands on what it means. */
function TypedInput({ field, value, onChange, ...rest }: FieldInputProps) {
  const [typed, setTyped] = useState(() => typedOf(value));
  const shown = parseValue(field, typed) === (value ?? null) ? typed : typedOf(value);
  return (
    <Input
      {...inputKind(field)}
      {...rest}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parseValue(field, event.target.value));
      }}
    />
  );
}

function PickerInput({ field, value, named, onChange, many, className, ...rest }: FieldInputProps) {
  const [name, setName] = useState(named?.name);
  const several = many || holdsSeveral(field);
  const shown = Array.isArray(value)
    ? field.options
      ? value.map((one) => labelOf(field, one)).join(', ')
      : field.type === 'tags'
        ? value.join(', ')
        : value.length > 0
          ? texts.picker.chosen(value.length)
          : ''
    : value
      ? (name ?? labelOf(field, value))
      : '';
  return (
    <Floating
      label={field.label}
      className="w-picker"
      trigger={(props) => (
        <button
          type="button"
          {...props}
          {...rest}
          // Who hears what it is also hears what is chosen.
          aria-label={rest['aria-label'] && `${rest['aria-label']}: ${shown || texts.picker.choose}`}
          className={cx(
            'flex h-control w-full min-w-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 text-left text-input hover:border-mark aria-invalid:border-danger',
            className,
          )}
        >
          <span className={cx('grow truncate', !shown && 'text-faint')}>{shown || texts.picker.choose}</span>
          <ChevronDown aria-hidden className="text-secondary" />
        </button>
      )}
    >
      {(close) => (
        <FieldPicker
          field={field}
          value={value}
          many={many}
          onChoose={(next, named) => {
            setName(named?.name);
            onChange(next, named);
            if (!several) close();
          }}
        />
      )}
    </Floating>
  );
}
