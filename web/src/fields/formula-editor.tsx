import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { type FormulaCheck, formulaOptions } from '../data/setup/custom-fields.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/input.tsx';
import type { PartProps } from './field-dialog.tsx';
import { placeIn } from './formula-place.ts';

const settleMs = 300;

/** A formula that is checked while it is typed: what it gives, or what is wrong with it and where. */
export function FormulaEditor({ object, draft, set, problem }: PartProps & { object: ObjectName }) {
  const input = useRef<HTMLTextAreaElement>(null);
  const settled = useSettled(draft.formula);
  const { data: check } = useQuery({ ...formulaOptions(object, settled), placeholderData: keepPreviousData });
  const current = settled === draft.formula ? check : undefined;
  const mistake = settled.trim() && current && !current.valid ? current.mistake : undefined;
  const insert = (text: string) => {
    const { selectionStart: at = draft.formula.length, selectionEnd: end = at } = input.current ?? {};
    set({ formula: draft.formula.slice(0, at) + text + draft.formula.slice(end) });
    input.current?.focus();
  };
  return (
    <div className="grid gap-2">
      <Field label={words.formula.label} hint={words.formula.hint} error={mistake ?? problem?.errorOf('formula')}>
        {(ids) => (
          <TextArea
            {...ids}
            ref={input}
            required
            maxLength={2000}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono"
            value={draft.formula}
            onChange={(event) => set({ formula: event.target.value })}
          />
        )}
      </Field>
      {mistake && <Place formula={settled} mistake={mistake} />}
      {check?.valid && settled === draft.formula && <Gives check={check} />}
      {check && <Parts check={check} onInsert={insert} />}
    </div>
  );
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function Place({ formula, mistake }: { formula: string; mistake: string }) {
  const at = placeIn(mistake);
  if (at === undefined) return null;
  const end = Math.min(formula.length, at + 1);
  return (
    <p className="overflow-x-auto whitespace-pre rounded-control bg-sunken px-2.5 py-1.5 font-mono text-xs">
      {formula.slice(0, at)}
      <mark className="rounded-mark bg-danger-soft text-danger-text outline outline-danger">
        {formula.slice(at, end) || ' '}
      </mark>
      {formula.slice(end)}
    </p>
  );
}

function Gives({ check }: { check: FormulaCheck }) {
  return (
    <div className="rounded-control bg-sunken px-2.5 py-1.5 text-xs">
      <p>{words.formula.right(check.type ?? '')}</p>
      {check.examples && check.examples.length > 0 && (
        <p className="text-secondary">
          {words.formula.examples}:{' '}
          {check.examples
            .map(({ value, because }) =>
              value === null ? (because ? words.formula.because(because) : words.formula.nothing) : String(value),
            )
            .join(' · ')}
        </p>
      )}
    </div>
  );
}

function Parts({ check, onInsert }: { check: FormulaCheck; onInsert: (text: string) => void }) {
  return (
    <details className="group">
      <summary className="flex h-control-small list-none items-center gap-2 rounded-control text-secondary hover:text-text">
        <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        {words.formula.insert}
      </summary>
      <div className="grid max-h-picker gap-2 overflow-y-auto pt-2">
        <p className="flex flex-wrap gap-1">
          {check.fields.map(({ name }) => (
            <button
              key={name}
              type="button"
              aria-label={words.formula.insertField(name)}
              onClick={() => onInsert(name)}
              className="rounded-mark border border-line-strong px-1.5 font-mono text-xs hover:bg-hover touch:py-2"
            >
              {name}
            </button>
          ))}
        </p>
        <dl className="grid gap-1">
          {check.functions.map(({ usage, summary }) => (
            <div key={usage}>
              <dt className="font-mono text-xs">{usage}</dt>
              <dd className="text-secondary text-xs">{summary}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
