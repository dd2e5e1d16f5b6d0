import { Trash2 } from 'lucide-react';
import type { Field } from '../data/catalogue.ts';
import { fieldsTexts as words } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { typeIcon, typeLabel } from './field-types.ts';

interface FieldRowProps {
  field: Field;
  /** Missing for fields that stay. */
  onDelete?: () => void;
}

export function FieldRow({ field, onDelete }: FieldRowProps) {
  const Icon = typeIcon(field.type);
  const about = [field.description, field.options && field.custom && field.options.map((one) => one.label).join(', ')];
  return (
    <li className="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-0">
      <Icon aria-hidden className="text-secondary" />
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium" dir="auto">
            {field.label}
          </span>
          <code className="wrap-anywhere font-mono text-secondary text-xs">{field.name}</code>
          {field.required && <Chip>{words.requiredMark}</Chip>}
        </span>
        <span className="block text-pretty text-secondary">
          {[typeLabel(field.type), ...about].filter(Boolean).join(' · ')}
        </span>
      </span>
      {onDelete && <IconButton icon={Trash2} label={words.delete(field.label)} onClick={onDelete} />}
    </li>
  );
}
