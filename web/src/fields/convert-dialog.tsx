import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { keptChangeSet, sayWithUndo } from '../data/changes.ts';
import { type Conversion, convertField, type Definition, refreshFields } from '../data/setup/custom-fields.ts';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { TypeOptions } from './type-inputs.tsx';

/** Gives a field another type, after showing what becomes of its values. */
export function ConvertDialog({
  object,
  field,
  onClose,
}: {
  object: ObjectName;
  field: Definition;
  onClose: () => void;
}) {
  const [type, setType] = useState('');
  const id = field.id ?? '';
  const preview = useQuery({
    queryKey: ['fields', object, 'conversion', id, type],
    queryFn: () => convertField(id, type, true),
    enabled: type !== '',
    gcTime: 0,
  });
  const convert = useMutation({
    mutationFn: async () => {
      const kept = keptChangeSet();
      await convertField(id, type, false, kept.call);
      sayWithUndo(words.convert.done(field.label), kept.id());
    },
    onSuccess: onClose,
    onSettled: () => refreshFields(object),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    convert.mutate();
  };
  const loses = (preview.data?.lost ?? 0) > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.convert.title(field.label)}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button
            kind={loses ? 'danger' : 'primary'}
            type="submit"
            form="convert-form"
            disabled={!preview.data}
            busy={convert.isPending}
          >
            {words.convert.run}
          </Button>
        </>
      }
    >
      <form id="convert-form" onSubmit={submit} className="grid gap-4">
        <Field label={words.convert.to}>
          {(ids) => (
            <Select {...ids} value={type} onChange={(event) => setType(event.target.value)}>
              <option value="">{texts.picker.choose}</option>
              <TypeOptions without={[field.type, 'formula', 'rollup', 'reference', 'references']} />
            </Select>
          )}
        </Field>
        {type && preview.isPending && <Skeleton className="h-20 w-full" />}
        {preview.data && <Preview told={preview.data} />}
        <ProblemNote error={convert.error ?? preview.error} />
      </form>
    </Dialog>
  );
}

function Preview({ told }: { told: Conversion }) {
  const { values, convertible, lost, examples } = told;
  const text =
    values === 0
      ? words.convert.none
      : lost === 0
        ? words.convert.all(values)
        : words.convert.some(convertible, values, lost);
  return (
    <div className="grid gap-2">
      <p role="status" className={lost > 0 ? 'text-warning-text' : undefined}>
        {text}
      </p>
      {examples.length > 0 && (
        <table className="w-full text-left">
          <thead className="text-secondary text-xs">
            <tr>
              <th className="py-1 pr-3 font-medium">{words.convert.value}</th>
              <th className="py-1 pr-3 font-medium">{words.convert.becomes}</th>
              <th className="py-1 text-right font-medium">{words.convert.records}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ value, becomes, lost: why, count }) => (
              <tr key={JSON.stringify(value)} className="border-line border-t">
                <td className="wrap-anywhere py-1 pr-3">{shown(value)}</td>
                <td className={why ? 'py-1 pr-3 text-warning-text' : 'wrap-anywhere py-1 pr-3'}>
                  {why ? words.convert.lost(why) : shown(becomes)}
                </td>
                <td className="tabular py-1 text-right">{count.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
