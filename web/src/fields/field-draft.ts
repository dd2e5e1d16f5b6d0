import type { Definition, FieldDraft, NewField, Rules } from '../data/setup/custom-fields.ts';
import { nameFrom } from './field-name.ts';
import { canBeUnique, isChosen, isComputed, isNumber, isWords, refersTo } from './field-types.ts';

/** A field in the form: everything that could be said of it, so that trying another type loses nothing. */
export interface Draft {
  name: string;
  label: string;
  type: string;
  description: string;
  options: string[];
  required: boolean;
  unique: boolean;
  rules: Rules;
  default: string;
  privacy: string;
  currency: string;
  to: string;
  formula: string;
  rollup: { object: string; by: string; function: 'count' | 'sum' | 'avg' | 'min' | 'max'; of: string };
}

export function draftOf(field: Definition | undefined): Draft {
  return {
    name: field?.name.replace(/^custom\./, '') ?? '',
    label: field?.label ?? '',
    type: field?.computed ?? field?.type ?? 'text',
    description: field?.description ?? '',
    options: field?.options ?? [],
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    rules: field?.rules ?? {},
    default: field?.default === null || field?.default === undefined ? '' : String(field.default),
    privacy: field?.privacy ?? 'internal',
    currency: field?.currency ?? '',
    to: field?.to ?? 'contact',
    formula: field?.formula ?? '',
    rollup: { object: '', by: '', function: 'count', of: '', ...field?.rollup },
  };
}

/** Whether a default can be given as one line. */
export const hasDefault = ({ type, unique }: Draft): boolean =>
  !unique && (isNumber(type) || isWords(type) || type === 'boolean' || type === 'choice' || type === 'date');

function defaultOf(draft: Draft): unknown {
  const typed = draft.default.trim();
  if (!typed || !hasDefault(draft)) return null;
  if (draft.type === 'boolean') return typed === 'true';
  return isNumber(draft.type) && draft.type !== 'money' ? Number(typed.replace(',', '.')) : typed;
}

/** Only the rules that fields of this type can have. */
function rulesOf({ type, rules }: Draft): Rules {
  const names = isNumber(type) ? ['min', 'max'] : isWords(type) ? ['minLength', 'maxLength', 'pattern'] : [];
  return Object.fromEntries(
    Object.entries(rules).filter(([name, value]) => names.includes(name) && value !== undefined && value !== ''),
  );
}

/** What the server is told, with what does not belong to the type left out. */
export function valuesOf(draft: Draft): FieldDraft {
  const { type, label, description, privacy, rollup } = draft;
  const computed = isComputed(type);
  return {
    label: label.trim(),
    description: description.trim(),
    privacy,
    required: draft.required && !computed,
    unique: draft.unique && canBeUnique(type),
    ...(isChosen(type) ? { options: draft.options.map((option) => option.trim()).filter(Boolean) } : {}),
    ...(computed ? {} : { rules: rulesOf(draft), default: defaultOf(draft) }),
    ...(type === 'formula' ? { formula: draft.formula } : {}),
    ...(type === 'rollup'
      ? {
          rollup: {
            object: rollup.object,
            by: rollup.by,
            function: rollup.function,
            ...(rollup.function === 'count' ? {} : { of: rollup.of }),
          },
        }
      : {}),
  };
}

export function newFieldOf(draft: Draft): NewField {
  const { type, currency, to } = draft;
  return {
    ...valuesOf(draft),
    name: draft.name || nameFrom(draft.label),
    type,
    ...(refersTo(type) ? { to } : {}),
    ...(type === 'money' && currency ? { currency: currency.trim().toUpperCase() } : {}),
  };
}
