import { Download, Pencil, Tag, Trash2, UserRound, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { deleteMany, updateMany } from '../../data/bulk.ts';
import { type Field, type ObjectName, useFieldMap } from '../../data/catalogue.ts';
import { downloadList } from '../../data/download.ts';
import { useMay } from '../../data/permissions.ts';
import type { ListQuery } from '../../data/records.ts';
import { kindOf, permission } from '../../kinds/index.ts';
import { usePaletteContext } from '../../shell/palette-store.ts';
import { texts } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Floating } from '../../ui/overlay/floating.tsx';
import { useLiftedToasts } from '../../ui/overlay/toast.tsx';
import { FieldPicker } from '../field/field-picker.tsx';
import type { SelectionState } from '../table/selection.ts';
import { BulkEdit } from './bulk-edit.tsx';

interface BulkBarProps {
  list: ListQuery;
  columns: readonly string[];
  selection: SelectionState;
  total: number | undefined;
}

/** What can be done with the records that are chosen. */
export function BulkBar({ list, columns, selection, total }: BulkBarProps) {
  const { object } = list;
  const [editing, setEditing] = useState(false);
  const fields = useFieldMap(object);
  const { count, clear } = selection;
  const openEdit = useCallback(() => setEditing(true), []);
  const context = useBulkActions({ list, columns, selection, openEdit });
  usePaletteContext(context);
  useLiftedToasts();
  return (
    <div
      role="toolbar"
      aria-label={texts.bulk.selected(kindOf(object).words, count)}
      className="-translate-x-1/2 absolute bottom-11 left-1/2 z-10 flex max-w-[calc(100%-1rem)] animate-rise items-center gap-0.5 overflow-x-auto rounded-card border border-line bg-raised p-1 shadow-float"
    >
      <span className="tabular whitespace-nowrap px-2 font-medium">{texts.bulk.count(number(count))}</span>
      {!selection.selection.all && total !== undefined && total > count && (
        <Button small kind="link" onClick={selection.all}>
          {texts.bulk.selectAll(number(total))}
        </Button>
      )}
      <span aria-hidden className="mx-1 h-5 w-line bg-line" />
      <Floating
        label={texts.bulk.edit}
        open={editing}
        onOpenChange={setEditing}
        align="center"
        className="w-picker"
        trigger={(props) => (
          <Button {...props} small kind="ghost" icon={Pencil}>
            {texts.bulk.edit}
          </Button>
        )}
      >
        {(close) => <BulkEdit object={object} target={selection.target} count={count} close={close} />}
      </Floating>
      <SetOne
        object={object}
        selection={selection}
        field={fields.get('ownerId')}
        icon={UserRound}
        label={texts.bulk.owner}
      />
      <SetOne
        object={object}
        selection={selection}
        field={fields.get('lifecycleStage')}
        icon={Tag}
        label={texts.bulk.stage}
      />
      {context.actions.slice(1).map((action) => (
        <Button
          key={action.label}
          small
          kind={'danger' in action ? 'quietDanger' : 'ghost'}
          icon={action.icon}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ))}
      <IconButton small icon={X} label={texts.bulk.clear} keys="escape" onClick={clear} />
    </div>
  );
}

interface SetOneProps {
  object: ObjectName;
  selection: SelectionState;
  field: Field | undefined;
  icon: typeof Tag;
  label: string;
}

/** One value for all, chosen in one step. */
function SetOne({ object, selection, field, icon, label }: SetOneProps) {
  if (!field) return null;
  return (
    <Floating
      label={label}
      align="center"
      className="w-picker"
      trigger={(props) => (
        <Button {...props} small kind="ghost" icon={icon}>
          {label}
        </Button>
      )}
    >
      {(close) => (
        <FieldPicker
          field={field}
          value={null}
          onChoose={(value, named) => {
            close();
            void updateMany(object, selection.target, { [field.name]: value }, named ? { [field.name]: named } : {});
          }}
        />
      )}
    </Floating>
  );
}

interface BulkActionsOptions extends Pick<BulkBarProps, 'list' | 'columns' | 'selection'> {
  openEdit: () => void;
}

/** The actions of the bar, which the palette offers as well. */
function useBulkActions({ list, columns, selection, openEdit }: BulkActionsOptions) {
  const { object } = list;
  const { count, target, clear } = selection;
  const mayExport = useMay(permission(kindOf(object), 'export'));
  const mayDelete = useMay(permission(kindOf(object), 'delete'));
  return useMemo(() => {
    const remove = () => {
      void deleteMany(object, target);
      clear();
    };
    // Picked ones have no address that names them all: a file is made of what a filter finds.
    const canExport = mayExport && 'filter' in target;
    return {
      heading: texts.bulk.selected(kindOf(object).words, count),
      actions: [
        { label: texts.bulk.edit, icon: Pencil, run: openEdit },
        ...(canExport ? [{ label: texts.bulk.export, icon: Download, run: () => downloadList(list, columns) }] : []),
        ...(mayDelete ? [{ label: texts.bulk.delete, icon: Trash2, danger: true, run: remove }] : []),
      ],
    };
  }, [object, list, columns, target, count, clear, mayExport, mayDelete, openEdit]);
}
