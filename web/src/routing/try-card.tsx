import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import { tryRouting } from '../data/setup/routing.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { routingTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { useNameOfUser } from './people.tsx';

const words = routingTexts.try;
/** What rules mostly go by. */
const asked = ['country', 'industry', 'source', 'company'];

/** Asks the rules who would get a lead of this kind; nobody gets anything. */
export function TryCard() {
  const fields = useFieldMap('lead');
  const nameOf = useNameOfUser();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const decide = useMutation({ mutationFn: tryRouting });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate(Object.fromEntries(Object.entries(values).filter(([, value]) => value)));
  };
  const { data: decision } = decide;
  return (
    <SettingsSection title={words.title} text={words.text}>
      <form onSubmit={submit} className="grid gap-3">
        <div className="grid gap-3 tab:grid-cols-4">
          {asked.map((name) => {
            const field = fields.get(name);
            return (
              field && (
                <Field key={name} label={field.label}>
                  {(ids) => (
                    <FieldInput
                      {...ids}
                      field={field}
                      value={values[name] ?? null}
                      onChange={(value) => setValues({ ...values, [name]: value })}
                    />
                  )}
                </Field>
              )
            );
          })}
        </div>
        <Button type="submit" busy={decide.isPending} className="justify-self-start">
          {words.ask}
        </Button>
        <p role="status" className={decision ? 'text-pretty' : 'only-read'}>
          {decision && (
            <>
              <span className="font-medium">{decision.ownerId ? nameOf(decision.ownerId) : words.nobody}</span>
              <span className="block text-secondary">{decision.because}</span>
            </>
          )}
        </p>
        <ProblemNote error={decide.error} />
      </form>
    </SettingsSection>
  );
}
