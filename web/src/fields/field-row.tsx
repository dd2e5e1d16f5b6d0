import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { type Definition, deleteField } from '../data/setup/custom-fields.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { typeIcon, typeLabel } from './field-types.ts';

interface FieldRowProps {
  object: ObjectName;
  field: Definition;
  grip?: ReactNode;
  /** Missing for fields that stay as they are. */
  onEdit?: () => void;
}

/** A field in two lines: what it is called, and what it is. */
export function FieldRow({ object, field, grip, onEdit }: FieldRowProps) {
  const { id, label, computed, custom } = field;
  const Icon = typeIcon(computed ?? field.type);
  const about = [
    typeLabel(computed ?? field.type),
    field.formula,
    field.description,
    custom && field.options?.join(', '),
  ];
  return (
    <div className="flex items-center gap-2 px-2 py-2.5">
      {grip ?? <span className="w-1" />}
      <Icon aria-hidden className="text-secondary" />
      <span className="ml-1 min-w-0 grow">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium" dir="auto">
            {label}
          </span>
          <code className="wrap-anywhere font-mono text-secondary text-xs">{field.name}</code>
          {custom && field.required && <Chip>{words.requiredMark}</Chip>}
          {custom && field.unique && <Chip>{words.uniqueMark}</Chip>}
          {field.working && (
            <span className="inline-flex items-center gap-1 text-secondary text-xs">
              <Spinner />
              {words.workingMark}
            </span>
          )}
        </span>
        <span className="wrap-anywhere block text-secondary">{about.filter(Boolean).join(' · ')}</span>
      </span>
      {onEdit && <IconButton icon={Pencil} label={words.edit(label)} onClick={onEdit} />}
      {onEdit && id && (
        <IconButton
          icon={Trash2}
          label={words.delete(label)}
          onClick={() => void deleteField(object, id, words.deleted(label))}
        />
      )}
    </div>
  );
}
