import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Field } from '../../data/catalogue.ts';
import type { KithRecord, Named } from '../../data/types.ts';
import { readValue } from '../../data/values.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/input.tsx';
import { lazily } from '../../ui/lazily.ts';
import { AddressInput } from '../field/address-input.tsx';
import { FieldPicker, holdsSeveral, isPicked } from '../field/field-picker.tsx';
import { FileInput } from '../field/file-input.tsx';
import { inputKind, parseValue, typedOf } from '../field/parse-value.ts';
import type { Leave } from './lazy-cell-editor.tsx';

const Panel = lazily(() => import('../../ui/overlay/panel.tsx').then((module) => module.Panel));

export interface CellEditorProps {
  field: Field;
  record: KithRecord;
  onSave: (value: unknown, named?: Named | null) => void;
  onLeave: (leave: Leave) => void;
}

/** What takes more than one line. */
const formed = new Set<Field['type']>(['address', 'file', 'longText']);

/** Editing in place: Enter saves, Escape leaves it as it was, Tab saves and goes on. */
export function CellEditor(props: CellEditorProps) {
  if (isPicked(props.field) || props.field.type === 'boolean') return <PickEditor {...props} />;
  if (formed.has(props.field.type)) return <FormEditor {...props} />;
  return <TypeEditor {...props} />;
}

/** A moment as `datetime-local` wants it: in the time of the person, without a zone. */
function localTime(value: unknown): string {
  const at = new Date(typedOf(value));
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function momentOf(typed: string): string | null {
  return typed ? new Date(typed).toISOString() : null;
}

function TypeEditor({ field, record, onSave, onLeave }: CellEditorProps) {
  const before = readValue(record, field.name);
  const [first] = useState(field.type === 'dateTime' ? localTime(before) : typedOf(before));
  const [typed, setTyped] = useState(first);
  const left = useRef(false);
  const leave = (how: Leave, save: boolean) => {
    if (left.current) return;
    left.current = true;
    const value = field.type === 'dateTime' ? momentOf(typed) : parseValue(field, typed);
    if (save && typed !== first && value !== (before ?? null)) onSave(value);
    onLeave(how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave('stay', true);
    else if (event.key === 'Escape') leave('stay', false);
    else if (event.key === 'Tab') leave(event.shiftKey ? 'previous' : 'next', true);
    else return;
    event.preventDefault();
  };
  return (
    <input
      {...inputKind(field)}
      {...(field.type === 'dateTime' ? { type: 'datetime-local' } : {})}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      aria-label={field.label}
      dir="auto"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => leave('stay', true)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      className="absolute inset-0 z-10 w-full min-w-40 bg-raised px-3 text-input outline-2 outline-accent -outline-offset-2"
    />
  );
}

const yesNo = (field: Field): Field => ({
  ...field,
  type: 'choice',
  options: [
    { value: 'true', label: texts.values.yes },
    { value: 'false', label: texts.values.no },
  ],
});

function PickEditor({ field, record, onSave, onLeave }: CellEditorProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [value, setValue] = useState(readValue(record, field.name));
  const several = holdsSeveral(field);
  const boolean = field.type === 'boolean';
  const leave = (how: Leave, next = value, named?: Named | null) => {
    if (JSON.stringify(next ?? null) !== JSON.stringify(readValue(record, field.name))) onSave(next, named);
    onLeave(how);
  };
  return (
    <>
      <span ref={anchor} className="absolute inset-0 outline-2 outline-accent -outline-offset-2" />
      <Panel
        anchor={anchor}
        open
        onOpenChange={(open) => !open && leave('stay')}
        label={field.label}
        className="w-picker"
      >
        <FieldPicker
          field={boolean ? yesNo(field) : field}
          value={boolean ? String(value ?? '') : value}
          onTab={(event) => {
            event.preventDefault();
            leave(event.shiftKey ? 'previous' : 'next');
          }}
          onChoose={(next, named) => {
            const meant = boolean ? (next === null ? null : next === 'true') : next;
            if (several) setValue(meant);
            else leave('stay', meant, named);
          }}
        />
      </Panel>
    </>
  );
}

/** What takes more than a line is edited beside the cell, and saved as a whole. */
function FormEditor({ field, record, onSave, onLeave }: CellEditorProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const before = readValue(record, field.name);
  const [value, setValue] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (JSON.stringify(value) !== JSON.stringify(before)) onSave(value);
    onLeave('stay');
  };
  return (
    <>
      <span ref={anchor} className="absolute inset-0 outline-2 outline-accent -outline-offset-2" />
      <Panel
        anchor={anchor}
        open
        onOpenChange={(open) => !open && onLeave('stay')}
        label={field.label}
        className="w-picker"
      >
        <form onSubmit={submit} onKeyDown={(event) => event.stopPropagation()} className="grid gap-3 p-3">
          {field.type === 'longText' ? (
            <TextArea
              aria-label={field.label}
              dir="auto"
              value={typedOf(value)}
              onChange={(event) => setValue(event.target.value || null)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                  event.currentTarget.form?.requestSubmit();
              }}
            />
          ) : field.type === 'address' ? (
            <AddressInput aria-label={field.label} value={value} onChange={setValue} />
          ) : (
            <FileInput recordId={record.id} label={field.label} value={value} onChange={setValue} />
          )}
          <Button kind="primary" type="submit">
            {texts.common.save}
          </Button>
        </form>
      </Panel>
    </>
  );
}
