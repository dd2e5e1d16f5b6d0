import { type FormEvent, useState } from 'react';
import { createRecord } from '../../data/bulk.ts';
import { type ObjectName, useFieldMap } from '../../data/catalogue.ts';
import { ApiProblem } from '../../data/problem.ts';
import type { KithRecord } from '../../data/types.ts';
import { kindOf } from '../../kinds/index.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { ProblemNote } from '../../ui/state.tsx';
import { FieldInput } from '../field/field-input.tsx';

/** How many fields of the workspace the form asks for. */
const mostOwn = 12;

interface CreateDialogProps {
  object: ObjectName;
  /** Values that the form starts with. */
  given?: Record<string, unknown>;
  onClose: () => void;
  onCreated: (record: KithRecord) => void;
}

/** A new record from the few fields that say who it is; the rest is filled in on its page. */
export function CreateDialog({ object, given = {}, onClose, onCreated }: CreateDialogProps) {
  const kind = kindOf(object);
  const fields = useFieldMap(object);
  const [values, setValues] = useState<Record<string, unknown>>(given);
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = kind.check?.(values);
    if (wrong) return setError(new ApiProblem({ status: 400, detail: wrong }));
    setBusy(true);
    try {
      const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
      onCreated(await createRecord(object, set));
    } catch (problem) {
      setError(ApiProblem.from(problem));
      setBusy(false);
    }
  };
  // Hundreds of fields would be no form any more: the rest is filled in on the page, but what is required is asked for.
  const own = [...fields.values()]
    .filter((field) => field.custom && field.type !== 'file')
    .filter((field, at) => field.required || at < mostOwn);
  const names = [...kind.asked, ...own.map((field) => field.name)].filter(
    (name) => fields.get(name)?.editable && !(name in given),
  );
  const isNamed = names.some((name) => error?.errorOf(name));
  return (
    <Dialog
      open
      onClose={onClose}
      title={kind.words.create}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="create-form" busy={busy}>
            {texts.common.create}
          </Button>
        </>
      }
    >
      <form id="create-form" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4 tab:grid-cols-2">
        {names.map((name, at) => {
          const field = fields.get(name);
          return (
            field && (
              <Field key={name} label={field.label} error={error?.errorOf(name)}>
                {(ids) => (
                  <FieldInput
                    {...ids}
                    field={field}
                    autoFocus={at === 0}
                    value={values[name] ?? null}
                    onChange={(value) => setValues({ ...values, [name]: value })}
                  />
                )}
              </Field>
            )
          );
        })}
        {error && !isNamed && (
          <div className="tab:col-span-2">
            <ProblemNote error={error} />
          </div>
        )}
      </form>
    </Dialog>
  );
}
