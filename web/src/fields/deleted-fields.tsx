import { ChevronRight, Undo2 } from 'lucide-react';
import type { ObjectName } from '../data/catalogue.ts';
import { type DeletedField, restoreField } from '../data/setup/custom-fields.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Time } from '../ui/time.tsx';

/** The fields that can still be brought back. */
export function DeletedFields({ object, fields }: { object: ObjectName; fields: DeletedField[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="group">
      <summary className="flex h-control list-none items-center gap-2 rounded-control text-secondary hover:text-text">
        <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        {words.gone(fields.length)}
      </summary>
      <p className="pt-1 text-secondary">{words.goneText}</p>
      <ul className="mt-2 divide-y divide-line rounded-card border border-line">
        {fields.map((field) => (
          <li key={field.id} className="flex items-center gap-3 py-2 pr-2 pl-4">
            <span className="min-w-0 grow">
              <span className="font-medium" dir="auto">
                {field.label}
              </span>{' '}
              <code className="font-mono text-secondary text-xs">{field.name}</code>{' '}
              <Time at={field.deletedAt} className="text-secondary" />
            </span>
            <Button
              small
              icon={Undo2}
              aria-label={words.restoreOne(field.label)}
              onClick={() => void restoreField(object, field.id, words.restored(field.label))}
            >
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
