import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router';
import { Download, Ellipsis, Plus, Upload } from 'lucide-react';
import { Suspense, useState } from 'react';
import { downloadList } from '../../data/download.ts';
import { useMay } from '../../data/permissions.ts';
import { type Kind, kindOf, permission } from '../../kinds/index.ts';
import { useOpenRecord } from '../../kinds/links.ts';
import { PageHeader, PageTitle } from '../../shell/page-header.tsx';
import { useShortcut } from '../../shell/shortcuts.ts';
import { useTitle } from '../../shell/title.ts';
import { texts } from '../../texts/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.ts';
import { useNarrow } from '../../ui/media.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { PageState } from '../../ui/state.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Seen } from '../table/seen.ts';
import { useSelection } from '../table/selection.ts';
import type { ListSearch } from '../views/list-search.ts';
import { type ListState, useListState } from '../views/use-list-state.ts';
import { ViewMenu } from '../views/view-menu.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListSearchBox } from './list-search-box.tsx';
import { LookSwitch } from './look-switch.tsx';
import { SortMenu } from './sort-menu.tsx';

const BulkBar = lazily(() => import('./bulk-bar.tsx').then((module) => module.BulkBar));
const RecordTable = lazily(() => import('../table/record-table.tsx').then((module) => module.RecordTable));
const RecordList = lazily(() => import('./record-list.tsx').then((module) => module.RecordList));
const CreateDialog = lazily(() => import('./create-dialog.tsx').then((module) => module.CreateDialog));

/** The page of a kind of record: its table, or its list on a phone, with all that narrows and orders it. */
export function ListPage() {
  const { kind } = useRouteContext({ from: '/shell/$kind/' });
  // Another kind is another page: nothing is kept of the one before.
  return <KindList key={kind.name} kind={kind} />;
}

function KindList({ kind }: { kind: Kind }) {
  const { name: object, words } = kind;
  const state = useListState(object);
  const narrow = useNarrow();
  const [seen, setSeen] = useState<Seen>();
  const selection = useSelection(state.list, seen?.total?.count);
  const search: ListSearch = useSearch({ strict: false });
  const open = useOpenRecord();
  const create = () => state.change({ create: true });
  const mayWrite = useMay(permission(kind, 'write'));
  useShortcut('c', create, mayWrite);
  useTitle(state.view?.name ?? words.many);
  const empty = <EmptyList state={state} onCreate={create} />;
  return (
    <>
      <PageHeader
        actions={
          mayWrite && (
            <Button kind="primary" small icon={Plus} keys="c" tip={words.create} onClick={create}>
              {texts.common.new}
            </Button>
          )
        }
      >
        <PageTitle>{words.many}</PageTitle>
        <ViewMenu state={state} />
        <LookSwitch state={state} />
      </PageHeader>
      <Toolbar state={state} narrow={narrow} />
      <Suspense>
        <div className="relative flex min-h-0 grow flex-col">
          {state.look ? (
            <state.look.Content state={state} />
          ) : narrow ? (
            <RecordList list={state.list} empty={empty} onSeen={setSeen} />
          ) : (
            <RecordTable
              list={state.list}
              columns={state.columns}
              selection={selection}
              onSort={(sort) => state.change({ sort })}
              empty={empty}
              onSeen={setSeen}
            />
          )}
          {selection.count > 0 && (
            <BulkBar list={state.list} columns={state.columns} selection={selection} total={seen?.total?.count} />
          )}
          {!state.look && <ListFooter list={state.list} seen={seen} />}
        </div>
      </Suspense>
      <Suspense>
        {search.create && (
          <CreateDialog
            object={object}
            onClose={() => state.change({ create: undefined })}
            onCreated={(record) => open(object, record.id)}
          />
        )}
      </Suspense>
    </>
  );
}

function Toolbar({ state, narrow }: { state: ListState; narrow: boolean }) {
  const { object, list } = state;
  const navigate = useNavigate();
  const setFilter = (filter: Record<string, unknown> | undefined) =>
    state.change({ filter: filter ?? (state.view?.filter ? null : undefined) });
  const kind = kindOf(object);
  const mayExport = useMay(permission(kind, 'export'));
  const mayImport = useMay('imports:write') && kind.imported;
  return (
    <div className="flex min-h-toolbar shrink-0 items-center gap-1 border-line border-b px-3 max-tab:flex-wrap max-tab:py-2">
      <ListSearchBox label={texts.table.searchIn(kind.words)} q={list.q} onChange={(q) => state.change({ q })} />
      <div className="-m-1 flex min-w-0 grow items-center gap-1 overflow-x-auto p-1">
        <FilterBar object={object} filter={list.filter} onChange={setFilter} />
      </div>
      {!state.look && <SortMenu state={state} />}
      {!state.look && !narrow && <ColumnsButton state={state} />}
      {state.look?.Tools && (
        <Suspense>
          <state.look.Tools state={state} />
        </Suspense>
      )}
      <Menu
        label={texts.common.more}
        align="end"
        trigger={(props) => <IconButton {...props} small icon={Ellipsis} label={texts.common.more} />}
        groups={[
          [
            mayExport && {
              label: texts.table.export,
              icon: Download,
              onSelect: () => downloadList(list, state.columns),
            },
            mayImport && {
              label: texts.intake.start,
              icon: Upload,
              onSelect: () => void navigate({ to: '/imports/new', search: { object } }),
            },
          ],
        ]}
      />
    </div>
  );
}

/** Nothing there yet, or nothing found: two different things. */
function EmptyList({ state, onCreate }: { state: ListState; onCreate: () => void }) {
  const navigate = useNavigate();
  const { object, list } = state;
  const kind = kindOf(object);
  const mayWrite = useMay(permission(kind, 'write'));
  const mayImport = useMay('imports:write') && kind.imported;
  if (list.q || list.filter) {
    return (
      <PageState
        drawing="search"
        title={texts.table.noResults(kind.words)}
        text={list.q ? texts.table.noResultsFor(list.q) : texts.table.noResultsText}
        action={
          <Button onClick={() => state.change({ q: undefined, filter: state.view?.filter ? null : undefined })}>
            {texts.filter.clear}
          </Button>
        }
      />
    );
  }
  return (
    <PageState
      drawing={kind.drawing}
      title={kind.words.none}
      text={kind.words.noneText}
      action={
        <>
          {mayImport && (
            <Button
              kind="primary"
              icon={Upload}
              onClick={() => void navigate({ to: '/imports/new', search: { object } })}
            >
              {texts.intake.start}
            </Button>
          )}
          {mayWrite && (
            <Button kind={mayImport ? 'secondary' : 'primary'} icon={Plus} onClick={onCreate}>
              {kind.words.create}
            </Button>
          )}
        </>
      }
    />
  );
}
