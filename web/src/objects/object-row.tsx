import { ChevronRight, Pencil, Plus, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { CustomObject } from '../data/objects.ts';
import { deleteObject } from '../data/setup/objects.ts';
import { FieldList } from '../fields/field-list.tsx';
import { objectsTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { lazily } from '../ui/lazily.ts';

const FieldDialog = lazily(() => import('../fields/field-dialog.tsx').then((module) => module.FieldDialog));

/** One kind of record; opened, its fields. */
export function ObjectRow({ object, onEdit }: { object: CustomObject; onEdit: () => void }) {
  const [open, setOpen] = useState(false);
  const [creating, setCreating] = useState(false);
  const many = object.pluralLabel || object.label;
  return (
    <li>
      <div className="flex items-center gap-2 py-2 pr-2 pl-3">
        <button
          type="button"
          aria-expanded={open}
          data-tip={words.fields(many)}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 grow items-center gap-2 rounded-control text-left"
        >
          <ChevronRight aria-hidden className={cx('text-secondary transition-transform', open && 'rotate-90')} />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{many}</span>
              <code className="font-mono text-secondary text-xs">{object.name}</code>
            </span>
            {object.description && <span className="block truncate text-secondary">{object.description}</span>}
          </span>
        </button>
        <IconButton icon={Pencil} label={words.edit(object.label)} onClick={onEdit} />
        <IconButton
          icon={Trash2}
          label={words.delete(object.label)}
          onClick={() => void deleteObject(object.id, words.deleted(object.label))}
        />
      </div>
      {open && (
        <div className="grid gap-3 border-line border-t bg-sunken px-4 py-4">
          <FieldList inside object={object.name} kind={many} />
          <Button icon={Plus} className="justify-self-start" onClick={() => setCreating(true)}>
            {words.newField}
          </Button>
        </div>
      )}
      <Suspense>
        {creating && <FieldDialog object={object.name} kind={many} onClose={() => setCreating(false)} />}
      </Suspense>
    </li>
  );
}
