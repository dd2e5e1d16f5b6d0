import { useObjects } from '../data/setup/objects.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';
import type { PartProps } from './field-dialog.tsx';
import { givenTypes, isComputed, refersTo, typeHint, typeIcon, typeLabel } from './field-types.ts';

interface TypeInputsProps extends PartProps {
  made: boolean;
  onConvert: () => void;
}

/** What the values are; of a field that is there the type is changed by converting them. */
export function TypeInputs({ draft, set, problem, made, onConvert }: TypeInputsProps) {
  const objects = useObjects();
  if (made) return <MadeType type={draft.type} onConvert={onConvert} />;
  return (
    <>
      <Field label={words.type} hint={typeHint(draft.type)} error={problem?.errorOf('type')}>
        {(ids) => (
          <Select {...ids} value={draft.type} onChange={(event) => set({ type: event.target.value })}>
            <TypeOptions />
          </Select>
        )}
      </Field>
      {refersTo(draft.type) && (
        <Field label={words.to} error={problem?.errorOf('to')}>
          {(ids) => (
            <Select {...ids} value={draft.to} onChange={(event) => set({ to: event.target.value })}>
              {objects.map(({ name, many }) => (
                <option key={name} value={name}>
                  {many}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {draft.type === 'money' && (
        <Field label={words.currency} hint={words.currencyHint} error={problem?.errorOf('currency')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={3}
              className="uppercase"
              value={draft.currency}
              onChange={(event) => set({ currency: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

/** The types in their groups; those that follow from other fields only where they can be chosen. */
export function TypeOptions({ without = [] }: { without?: readonly string[] }) {
  return givenTypes.map(({ group, types }) => {
    const shown = types.filter((type) => !without.includes(type));
    return (
      shown.length > 0 && (
        <optgroup key={group} label={group}>
          {shown.map((type) => (
            <option key={type} value={type}>
              {typeLabel(type)}
            </option>
          ))}
        </optgroup>
      )
    );
  });
}

function MadeType({ type, onConvert }: { type: string; onConvert: () => void }) {
  const Icon = typeIcon(type);
  return (
    <div className="grid gap-1">
      <span className="font-medium">{words.type}</span>
      <div className="flex h-control items-center gap-2">
        <Icon aria-hidden className="text-secondary" />
        <span className="grow">{typeLabel(type)}</span>
        {!isComputed(type) && (
          <Button small onClick={onConvert}>
            {words.changeType}
          </Button>
        )}
      </div>
    </div>
  );
}
