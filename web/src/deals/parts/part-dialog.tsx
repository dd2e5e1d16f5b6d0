import { type FormEvent, useState } from 'react';
import { useFieldMap } from '../../data/catalogue.ts';
import { sayWithUndo } from '../../data/changes.ts';
import { addPart, changePart, type PartName, removePart } from '../../data/deal-parts.ts';
import { ApiProblem } from '../../data/problem.ts';
import type { KithRecord } from '../../data/types.ts';
import { namedOf, readValue } from '../../data/values.ts';
import { FieldInput } from '../../records/field/field-input.tsx';
import { texts, dealPartsTexts as words } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { ProblemNote } from '../../ui/state.tsx';

interface PartDialogProps {
  part: PartName;
  dealId: string;
  /** The fields that are asked for, those on a line of their own last. */
  names: readonly string[];
  /** The one that is changed; a new one without it. */
  record?: KithRecord | undefined;
  /** What it is called, for what is said once it is done. */
  nameOf: (record: KithRecord) => string;
  onClose: () => void;
}

/** Adds something to a deal, changes it, or takes it away; each is undone by a click. */
export function PartDialog({ part, dealId, names, record, nameOf, onClose }: PartDialogProps) {
  const fields = useFieldMap(part);
  const [set, setSet] = useState<Record<string, unknown>>({});
  const [called, setCalled] = useState<Record<string, string | undefined>>({});
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const own: { add: string; change: string; hints?: Record<string, string> } = words[part];
  const asked = names
    .map((name) => fields.get(name))
    .filter((field) => field !== undefined)
    // What says who it is cannot be changed later.
    .filter((field) => !record || field.editable);
  const run = async (write: () => Promise<string | undefined>, said: (name: string) => string) => {
    setBusy(true);
    try {
      const changeSetId = await write();
      const name = record ? nameOf(withCalled(record, set, called)) : nameOf(withCalled(blank, set, called));
      onClose();
      sayWithUndo(said(name), changeSetId);
    } catch (error) {
      const refused = ApiProblem.from(error);
      setProblem(refused.status === 412 ? new ApiProblem({ status: 412, detail: words.conflict }) : refused);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (record) void run(() => changePart(part, dealId, record, set), words.saved);
    else void run(() => addPart(part, dealId, filled(set)), words.added);
  };
  const isNamed = asked.some((field) => problem?.errorOf(field.name));
  return (
    <Dialog
      open
      onClose={onClose}
      title={record ? own.change : own.add}
      actions={
        <>
          {record && (
            <Button
              kind="quietDanger"
              disabled={busy}
              className="tab:mr-auto"
              onClick={() => void run(() => removePart(part, dealId, record.id), words.removed)}
            >
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="part-form" busy={busy}>
            {record ? texts.common.save : texts.common.create}
          </Button>
        </>
      }
    >
      <form id="part-form" noValidate onSubmit={submit} className="grid gap-4 tab:grid-cols-2">
        {asked.map((field) => (
          <div key={field.name} className={field.type === 'longText' ? 'tab:col-span-2' : undefined}>
            <Field
              label={field.label}
              hint={record ? '' : (own.hints?.[field.name] ?? '')}
              error={problem?.errorOf(field.name)}
            >
              {(ids) => (
                <FieldInput
                  {...ids}
                  field={field}
                  named={record ? namedOf(record, field.name) : null}
                  value={field.name in set ? set[field.name] : record ? readValue(record, field.name) : null}
                  onChange={(value, named) => {
                    setSet({ ...set, [field.name]: value });
                    setCalled({ ...called, [field.name]: named?.name });
                  }}
                />
              )}
            </Field>
          </div>
        ))}
        {problem && !isNamed && (
          <div className="tab:col-span-2">
            <ProblemNote error={problem} />
          </div>
        )}
      </form>
    </Dialog>
  );
}

const blank: KithRecord = { id: '', version: 0, name: '', createdAt: '', updatedAt: '' };

function filled(set: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null && value !== ''));
}

/** The record as it will be called: what was chosen brings its name. */
function withCalled(
  record: KithRecord,
  set: Record<string, unknown>,
  called: Record<string, string | undefined>,
): KithRecord {
  const names = Object.entries(called).filter(([, name]) => name !== undefined);
  const named = names.map(([field, name]) => [field.replace(/Id$/, ''), { id: String(set[field]), name }]);
  return { ...record, ...set, ...Object.fromEntries(named) };
}
