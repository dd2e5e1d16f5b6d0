import { Link } from '@tanstack/react-router';
import { memo, type PointerEvent } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import type { KithRecord, Named } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf } from '../../kinds/index.ts';
import { recordLink } from '../../kinds/links.ts';
import { texts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FieldValue } from '../field/field-value.tsx';
import { type Column, isRight } from './columns.ts';
import { LazyCellEditor, type Leave } from './lazy-cell-editor.tsx';

/** What rows tell the table; one object for all rows, so that a row is drawn anew only when its own things change. */
export interface RowEvents {
  activate: (index: number, column: number) => void;
  edit: (index: number, column: number) => void;
  choose: (index: number, id: string, range: boolean) => void;
  save: (record: KithRecord, field: string, value: unknown, named?: Named | null) => void;
  leave: (leave: Leave) => void;
}

interface RowProps {
  object: ObjectName;
  index: number;
  topPx: number;
  record: KithRecord | undefined;
  columns: readonly Column[];
  selected: boolean;
  /** The column of the active cell, when it is in this row. */
  active: number | undefined;
  editing: boolean;
  touchedBy: string | undefined;
  events: RowEvents;
}

const stuck = 'sticky z-[1] bg-inherit';

export const Row = memo(function Row({
  object,
  index,
  topPx,
  record,
  columns,
  selected,
  active,
  editing,
  touchedBy,
  events,
}: RowProps) {
  const rowActive = active !== undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${topPx}px)` }}
      className={cx(
        'group absolute top-0 left-0 grid h-row w-full contain-content grid-cols-(--tracks) border-line border-b text-left',
        selected ? 'bg-accent-soft' : rowActive ? 'bg-hover' : 'bg-surface hover:bg-hover',
        touchedBy && 'shadow-[inset_2px_0_0_var(--color-accent)]',
      )}
      data-tip={touchedBy ? texts.live.by(touchedBy) : undefined}
    >
      <div
        role="gridcell"
        className={cx(stuck, 'left-0 grid place-items-center')}
        onClick={(event) => record && events.choose(index, record.id, event.shiftKey)}
      >
        {record && (
          <Checkbox
            tabIndex={-1}
            checked={selected}
            readOnly
            aria-label={texts.table.select(nameOf(record))}
            className={cx(
              !selected && 'opacity-0 group-hover:opacity-100',
              rowActive && 'opacity-100',
              'pointer-events-none',
            )}
          />
        )}
      </div>
      {columns.map((column, at) => (
        <Cell
          key={column.field.name}
          {...{ object, index, record, column, events }}
          at={at}
          active={active === at}
          editing={editing && active === at}
        />
      ))}
    </div>
  );
});

interface CellProps {
  object: ObjectName;
  index: number;
  record: KithRecord | undefined;
  column: Column;
  at: number;
  active: boolean;
  editing: boolean;
  events: RowEvents;
}

function Cell({ object, index, record, column, at, active, editing, events }: CellProps) {
  const { field } = column;
  const activate = (event: PointerEvent) => event.button === 0 && events.activate(index, at);
  return (
    <div
      id={`cell-${index}-${at}`}
      role={at === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 2}
      onPointerDown={activate}
      onDoubleClick={() => events.edit(index, at)}
      className={cx(
        'flex min-w-0 items-center overflow-hidden whitespace-nowrap px-3',
        at === 0
          ? cx(stuck, 'left-check-column border-line font-normal group-data-[shifted=true]/grid:border-r')
          : 'relative',
        isRight(field) && 'justify-end',
        active && 'grid-focus:outline-2 grid-focus:outline-accent grid-focus:-outline-offset-2',
        editing && 'overflow-visible',
      )}
    >
      {!record ? (
        <Skeleton className={at === 0 ? 'h-3 w-2/3' : 'h-3 w-1/2'} />
      ) : at === 0 ? (
        <NameLink object={object} record={record} />
      ) : (
        <FieldValue field={field} record={record} />
      )}
      {editing && record && (
        <LazyCellEditor
          field={field}
          record={record}
          onSave={(value, named) => events.save(record, field.name, value, named)}
          onLeave={events.leave}
        />
      )}
    </div>
  );
}

function NameLink({ object, record }: { object: ObjectName; record: KithRecord }) {
  return (
    <Link
      {...recordLink(object, record.id)}
      tabIndex={-1}
      className="flex min-w-0 items-center gap-2.5 font-medium hover:underline hover:decoration-line-strong hover:underline-offset-4"
    >
      <Avatar name={nameOf(record)} square={kindOf(object).square} />
      <span className="truncate" dir="auto">
        {nameOf(record)}
      </span>
    </Link>
  );
}
