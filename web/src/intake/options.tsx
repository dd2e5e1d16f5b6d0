import { useState } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import type { ImportMode, Preview } from '../data/imports.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { intakeTexts } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { importedKind } from './imported.ts';
import type { Wizard } from './use-wizard.ts';

const modes: ImportMode[] = ['createAndUpdate', 'createOnly', 'updateOnly'];

/** How rows meet records that are there, and what all new ones get. */
export function Options({ wizard, preview }: { wizard: Wizard; preview: Preview }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-card border border-line"
    >
      <summary className="ring-inside flex h-control items-center rounded-card px-4 font-medium hover:bg-hover">
        {intakeTexts.options}
      </summary>
      <div className="grid gap-4 border-line border-t p-4 tab:grid-cols-2">
        <Matching wizard={wizard} preview={preview} />
        <ForAll wizard={wizard} />
      </div>
    </details>
  );
}

function Matching({ wizard: { choices, setChoices, object }, preview }: { wizard: Wizard; preview: Preview }) {
  const fields = useFieldMap(importedKind(object).name);
  const label = (key: string) =>
    (intakeTexts.matchKeys as Record<string, string>)[key] ?? fields.get(key)?.label ?? key;
  return (
    <>
      <Field label={intakeTexts.mode}>
        {(ids) => (
          <Select
            {...ids}
            value={choices.mode}
            onChange={(event) => setChoices({ ...choices, mode: event.target.value as ImportMode })}
          >
            {modes.map((mode) => (
              <option key={mode} value={mode}>
                {intakeTexts.modes[mode]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={intakeTexts.matchKey} hint={intakeTexts.matchKeyHint}>
        {(ids) => (
          <Select
            {...ids}
            value={choices.matchKey ?? preview.matchKeys[0] ?? ''}
            onChange={(event) => setChoices({ ...choices, matchKey: event.target.value })}
          >
            {preview.matchKeys.map((key) => (
              <option key={key} value={key}>
                {label(key)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function ForAll({ wizard: { choices, setChoices, object } }: { wizard: Wizard }) {
  const fields = useFieldMap(importedKind(object).name);
  const [owner, tags] = [fields.get('ownerId'), fields.get('tags')];
  return (
    <>
      {owner && (
        <Field label={intakeTexts.owner}>
          {(ids) => (
            <FieldInput
              {...ids}
              field={owner}
              value={choices.ownerId ?? null}
              onChange={(value) => setChoices({ ...choices, ownerId: typeof value === 'string' ? value : undefined })}
            />
          )}
        </Field>
      )}
      {tags && (
        <Field label={intakeTexts.tags}>
          {(ids) => (
            <FieldInput
              {...ids}
              field={tags}
              value={choices.tags}
              onChange={(value) => setChoices({ ...choices, tags: Array.isArray(value) ? value.map(String) : [] })}
            />
          )}
        </Field>
      )}
    </>
  );
}
