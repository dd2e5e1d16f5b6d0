import { type FormEvent, useState } from 'react';
import type { Field as CatalogueField } from '../data/catalogue.ts';
import { useMayAny } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import type { Named } from '../data/types.ts';
import { permission, useKinds } from '../kinds/index.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { texts, graphTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { type Relationship, saveRelationship } from './stored.ts';

interface RelationshipDialogProps {
  /** The record whose relationship it is. */
  of: string;
  relationship: Relationship | undefined;
  onClose: () => void;
}

interface Draft {
  other: Named | null;
  type: string;
  label: string;
  strength: number | undefined;
  notes: string;
}

const usualStrength = 50;

/** Says how a record stands to another, or changes what was said. */
export function RelationshipDialog({ of, relationship, onClose }: RelationshipDialogProps) {
  const [draft, setDraft] = useState<Draft>({
    other: relationship?.other ?? null,
    type: relationship?.type ?? 'works_with',
    label: relationship?.label ?? '',
    strength: relationship?.strength ?? usualStrength,
    notes: relationship?.notes ?? '',
  });
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { other, type, label, strength, notes } = draft;
    if (!other) return setProblem(new ApiProblem({ status: 400, detail: words.needsOther }));
    setBusy(true);
    const ends = relationship ? {} : { fromId: of, toId: other.id };
    const values = { ...ends, type, label, strength: strength ?? usualStrength, notes: notes.trim() || null };
    try {
      await saveRelationship(relationship?.id, values, words.saved(other.name));
      onClose();
    } catch (error) {
      setProblem(ApiProblem.from(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={relationship ? words.edit(relationship.other?.name ?? '') : words.add}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="relationship-form" busy={busy}>
            {texts.common.save}
          </Button>
        </>
      }
    >
      <form id="relationship-form" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        {!relationship && <OtherInput other={draft.other} onChange={(other) => set({ other })} />}
        <TypeInputs draft={draft} problem={problem} onChange={set} />
        <Field label={words.notes}>
          {(ids) => <TextArea {...ids} value={draft.notes} onChange={(event) => set({ notes: event.target.value })} />}
        </Field>
        {problem && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}

/** A kind, and a record of it. */
function OtherInput({ other, onChange }: { other: Named | null; onChange: (other: Named | null) => void }) {
  const may = useMayAny();
  const kinds = useKinds().filter((kind) => may(permission(kind, 'read')));
  const [object, setObject] = useState('contact');
  const field = { name: 'other', label: words.other, type: 'reference', to: object } as CatalogueField;
  return (
    <div className="grid gap-4 tab:grid-cols-2">
      <Field label={words.kind}>
        {(ids) => (
          <Select
            {...ids}
            value={object}
            onChange={(event) => {
              setObject(event.target.value);
              onChange(null);
            }}
          >
            {kinds.map((kind) => (
              <option key={kind.name} value={kind.name}>
                {kind.words.one}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.other}>
        {(ids) => (
          <FieldInput
            {...ids}
            key={object}
            field={field}
            value={other?.id ?? null}
            onChange={(_value, named) => onChange(named ?? null)}
          />
        )}
      </Field>
    </div>
  );
}

interface TypeInputsProps {
  draft: Draft;
  problem: ApiProblem | undefined;
  onChange: (part: Partial<Draft>) => void;
}

function TypeInputs({ draft, problem, onChange }: TypeInputsProps) {
  return (
    <div className="grid gap-4 tab:grid-cols-2">
      <Field label={words.type} error={problem?.errorOf('type')}>
        {(ids) => (
          <Select {...ids} value={draft.type} onChange={(event) => onChange({ type: event.target.value })}>
            {Object.entries(words.types).map(([type, [out]]) => (
              <option key={type} value={type}>
                {out}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.strength} hint={words.strengthHint} error={problem?.errorOf('strength')}>
        {(ids) => <NumberInput {...ids} value={draft.strength} onNumber={(strength) => onChange({ strength })} />}
      </Field>
      {draft.type === 'custom' && (
        <Field label={words.label} hint={words.labelHint} error={problem?.errorOf('label')}>
          {(ids) => (
            <Input {...ids} value={draft.label} onChange={(event) => onChange({ label: event.target.value })} />
          )}
        </Field>
      )}
    </div>
  );
}
