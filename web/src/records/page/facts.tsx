import { useState } from 'react';
import { type Field, type ObjectName, useFields } from '../../data/catalogue.ts';
import { useSaveEdit } from '../../data/edits.ts';
import type { KithRecord } from '../../data/types.ts';
import { readValue } from '../../data/values.ts';
import { recordTexts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { useProvenance } from '../history/provenance.ts';
import type { Leave } from '../table/lazy-cell-editor.tsx';
import { Fact } from './fact.tsx';
import { type SectionPlan, sectionsOf } from './sections.ts';

interface FactsProps {
  object: ObjectName;
  plan: SectionPlan;
  record: KithRecord;
  /** The record as it is now, when the one shown is of the past. */
  now?: KithRecord | undefined;
  editing: string | undefined;
  onEdit: (field: string | undefined) => void;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What is known of a record, each value edited where it stands. Empty fields wait behind a button. */
export function Facts({ object, plan, record, now, editing, onEdit }: FactsProps) {
  const [all, setAll] = useState(false);
  const fields = useFields(object);
  const save = useSaveEdit(object);
  const provenance = useProvenance(object, record);
  const sections = sectionsOf(plan, fields);
  const differs = (field: Field) =>
    now !== undefined && JSON.stringify(readValue(now, field.name)) !== JSON.stringify(readValue(record, field.name));
  const isShown = (field: Field) =>
    all || field.name === editing || !isEmpty(readValue(record, field.name)) || differs(field);
  const shown = sections
    .map((section) => ({ ...section, fields: section.fields.filter(isShown) }))
    .filter((section) => section.fields.length > 0);
  const hidden =
    sections.reduce((sum, section) => sum + section.fields.length, 0) -
    shown.reduce((sum, section) => sum + section.fields.length, 0);
  const canEdit = shown.flatMap((section) => section.fields).filter((field) => field.editable && !now);
  const leave = (field: Field) => (how: Leave) => {
    const at = canEdit.findIndex((one) => one.name === field.name);
    const next = how === 'stay' ? undefined : canEdit[at + (how === 'next' ? 1 : -1)];
    onEdit(next?.name);
    if (!next) requestAnimationFrame(() => document.getElementById(`fact-${field.name}`)?.focus());
  };
  return (
    <div className="pb-6">
      {shown.map((section) => (
        <section key={section.title} className="border-line border-b px-2 py-3 last:border-0">
          <h2 className="px-2 pb-1 font-medium text-secondary text-xs">{section.title}</h2>
          <dl>
            {section.fields.map((field) => (
              <Fact
                key={field.name}
                field={field}
                record={record}
                now={differs(field) ? now : undefined}
                origin={now ? undefined : provenance(field.name)}
                editable={field.editable && !now}
                editing={editing === field.name}
                onEdit={() => onEdit(field.name)}
                onLeave={leave(field)}
                onSave={(value, named) =>
                  save.mutate({
                    id: record.id,
                    set: { [field.name]: value },
                    ...(named === undefined ? {} : { names: { [field.name]: named } }),
                  })
                }
              />
            ))}
          </dl>
        </section>
      ))}
      {(hidden > 0 || all) && (
        <div className="px-2 pt-2">
          <Button small kind="quiet" onClick={() => setAll(!all)}>
            {all ? recordTexts.record.hideEmpty : recordTexts.record.showEmpty(hidden)}
          </Button>
        </div>
      )}
    </div>
  );
}
