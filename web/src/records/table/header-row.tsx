import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { texts } from '../../texts/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { type Column, isRight } from './columns.ts';

interface HeaderRowProps {
  columns: readonly Column[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  onResize: (name: string, widthPx: number | undefined) => void;
  selected: 'none' | 'some' | 'all';
  onSelectAll: () => void;
}

export function HeaderRow({ columns, sort, onSort, onResize, selected, onSelectAll }: HeaderRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="grid h-head-row min-w-full grid-cols-(--tracks) border-line border-b bg-surface text-secondary text-xs"
    >
      <div role="columnheader" aria-colindex={1} className="sticky left-0 z-[1] grid place-items-center bg-surface">
        <Checkbox
          aria-label={texts.table.selectAll}
          checked={selected === 'all'}
          mixed={selected === 'some'}
          onChange={onSelectAll}
        />
      </div>
      {columns.map((column, at) => (
        <HeaderCell key={column.field.name} {...{ column, at, sort, onSort, onResize }} />
      ))}
    </div>
  );
}

interface HeaderCellProps extends Pick<HeaderRowProps, 'sort' | 'onSort' | 'onResize'> {
  column: Column;
  at: number;
}

function HeaderCell({ column, at, sort, onSort, onResize }: HeaderCellProps) {
  const { field } = column;
  const direction = sort === field.name ? 'ascending' : sort === `-${field.name}` ? 'descending' : undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  // The first click sorts in the order people look for: names from A, numbers and dates from the highest.
  const downFirst = ['integer', 'decimal', 'money', 'date', 'dateTime'].includes(field.type);
  const order = downFirst ? [`-${field.name}`, field.name] : [field.name, `-${field.name}`];
  const next = order[order.indexOf(sort ?? '') + 1];
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={direction ?? 'none'}
      className={cx(
        'group/head relative flex min-w-0 items-center bg-surface',
        at === 0 && 'sticky left-check-column z-[1] border-line group-data-[shifted=true]/grid:border-r',
      )}
    >
      {field.sortable ? (
        <button
          type="button"
          data-tip={field.description}
          onClick={() => onSort(next)}
          className={cx(
            'ring-inside flex h-full w-full min-w-0 items-center gap-1 px-3 font-medium hover:text-text',
            isRight(field) && 'justify-end',
            direction && 'text-text',
          )}
        >
          <span className="truncate">{field.label}</span>
          <Arrow aria-hidden className={cx('size-3', direction ? 'text-text' : 'invisible')} />
        </button>
      ) : (
        <span data-tip={field.description} className="truncate px-3 font-medium">
          {field.label}
        </span>
      )}
      <ResizeHandle column={column} onResize={onResize} />
    </div>
  );
}

function ResizeHandle({ column, onResize }: { column: Column; onResize: HeaderRowProps['onResize'] }) {
  const from = useRef<{ x: number; widthPx: number } | undefined>(undefined);
  const { name, label } = column.field;
  const move = (event: PointerEvent) => {
    if (from.current) onResize(name, from.current.widthPx + event.clientX - from.current.x);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.table.resize(label)}
      aria-valuenow={column.widthPx}
      tabIndex={-1}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, widthPx: column.widthPx };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onDoubleClick={() => onResize(name, undefined)}
      className="ring-inside absolute inset-y-0 -right-1 z-[2] w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:left-1/2 after:w-line after:bg-line hover:after:bg-accent"
    />
  );
}
