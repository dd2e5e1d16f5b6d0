import { type ReactNode, useRef, useState } from 'react';
import { type ObjectName, useFields } from '../../data/catalogue.ts';
import type { ListQuery } from '../../data/records.ts';
import { kindOf } from '../../kinds/index.ts';
import { touched } from '../../shell/live.ts';
import { cx } from '../../ui/cx.ts';
import { ProblemState } from '../../ui/state.tsx';
import { useTokenPx } from '../../ui/token.ts';
import { type Column, tracksOf, useColumns } from './columns.ts';
import { HeaderRow } from './header-row.tsx';
import { type RecordPages, useRecordPages } from './pages.ts';
import { Row, type RowEvents } from './row.tsx';
import { type Seen, useSeen } from './seen.ts';
import { isSelected, type SelectionState } from './selection.ts';
import { useRowEvents, useTableKeys } from './table-events.ts';
import { type Cursor, useCursor } from './use-cursor.ts';
import { useRestoredScroll } from './use-restored-scroll.ts';
import { type Track, useTrack } from './window.ts';

interface RecordTableProps {
  list: ListQuery;
  columns: readonly string[];
  selection: SelectionState;
  onSort: (sort: string | undefined) => void;
  /** What to show when the list has nothing. */
  empty: ReactNode;
  onSeen: (seen: Seen) => void;
}

/** The grid of records: a window onto a list of any length, edited in place and driven by keys. */
export function RecordTable({ list, columns: names, selection, onSort, empty, onSeen }: RecordTableProps) {
  const { object } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = useTokenPx('--spacing-row');
  const headPx = useTokenPx('--spacing-head-row');
  const { columns, resize } = useColumns(object, useFields(object), names);
  const [count, setCount] = useState(0);
  const { track, scrollPx, viewPx } = useTrack(scroller, rowPx, count, headPx);
  const pages = useRecordPages(list, track.first, Math.max(track.first, track.last));
  if (pages.count !== count) setCount(pages.count);
  const { cursor, put, move, onKeyDown } = useCursor({ scroller, rows: count, columns: columns.length, rowPx, headPx });
  const [editing, setEditing] = useState(false);
  useRestoredScroll(scroller, list, count > 0);
  useSeen(onSeen, pages.total, Math.round((scrollPx - track.shiftPx) / rowPx), Math.floor(viewPx / rowPx), count);
  const parts = { list, pages, columns, selection, cursor, put, move, editing, setEditing, resize, scroller };
  const events = useRowEvents(parts);
  useTableKeys(parts);

  if (pages.error && pages.loading) return <ProblemState error={pages.error} />;
  if (!pages.loading && !pages.stale && count === 0) return <>{empty}</>;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={kindOf(object).words.many}
      aria-rowcount={pages.total?.exact ? pages.total.count + 1 : -1}
      aria-colcount={columns.length + 1}
      aria-busy={pages.loading || pages.stale}
      aria-multiselectable
      aria-activedescendant={
        cursor && cursor.row >= track.first && cursor.row <= track.last
          ? `cell-${cursor.row}-${cursor.column}`
          : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) =>
        event.target === event.currentTarget &&
        !cursor &&
        put({ row: track.first === 0 ? 0 : track.first + 8, column: 0 })
      }
      style={{ '--tracks': tracksOf(columns) }}
      className="group/grid ring-inside relative min-h-0 grow overflow-auto overscroll-contain outline-none"
    >
      <div className={cx('w-max min-w-full', pages.stale && 'opacity-60 transition-opacity delay-300')}>
        <div role="rowgroup" className="sticky top-0 z-[2]">
          <HeaderRow
            columns={columns}
            sort={list.sort}
            onSort={onSort}
            onResize={resize}
            selected={selection.selection.all ? 'all' : selection.count > 0 ? 'some' : 'none'}
            onSelectAll={() => (selection.count > 0 ? selection.clear() : selection.all())}
          />
        </div>
        <div role="rowgroup" className="relative" style={{ height: track.heightPx }}>
          <Rows
            object={object}
            track={track}
            rowPx={rowPx}
            pages={pages}
            columns={columns}
            selection={selection}
            cursor={cursor}
            editing={editing}
            events={events}
          />
        </div>
      </div>
    </div>
  );
}

interface RowsProps {
  object: ObjectName;
  track: Track;
  rowPx: number;
  pages: RecordPages;
  columns: readonly Column[];
  selection: SelectionState;
  cursor: Cursor | undefined;
  editing: boolean;
  events: RowEvents;
}

/** The rows in view. */
function Rows({ object, track, rowPx, pages, columns, selection, cursor, editing, events }: RowsProps) {
  const touchedBy = touched.use();
  return Array.from({ length: Math.max(0, track.last - track.first + 1) }, (_, at) => {
    const index = track.first + at;
    const record = pages.at(index);
    const active = cursor?.row === index;
    return (
      <Row
        key={index}
        object={object}
        index={index}
        topPx={index * rowPx + track.shiftPx}
        record={record}
        columns={columns}
        selected={record !== undefined && isSelected(selection.selection, record.id)}
        active={active ? cursor.column : undefined}
        editing={editing && active}
        touchedBy={record && touchedBy.get(record.id)}
        events={events}
      />
    );
  });
}
