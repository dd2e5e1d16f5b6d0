import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, ChevronUp, Ellipsis, Trash2 } from 'lucide-react';
import { deleteRecord } from '../../data/bulk.ts';
import type { ObjectName } from '../../data/catalogue.ts';
import { useMay } from '../../data/permissions.ts';
import { ApiProblem } from '../../data/problem.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf, permission } from '../../kinds/index.ts';
import { listLink, useOpenRecord } from '../../kinds/links.ts';
import { PageHeader, PageTitle } from '../../shell/page-header.tsx';
import { useShortcut } from '../../shell/shortcuts.ts';
import { recordTexts, texts } from '../../texts/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import { AsOfButton } from '../history/as-of-button.tsx';
import { neighboursOf } from '../table/neighbours.ts';

interface RecordHeaderProps {
  object: ObjectName;
  id: string;
  record: KithRecord | undefined;
  asOf: string | undefined;
}

/** The path to the record, its neighbours in the list, its past, and what can be done with it. */
export function RecordHeader({ object, id, record, asOf }: RecordHeaderProps) {
  const navigate = useNavigate();
  const kind = kindOf(object);
  const { words } = kind;
  const mayDelete = useMay(permission(kind, 'delete'));
  const remove = async () => {
    if (!record) return;
    try {
      await deleteRecord(object, record);
      await navigate(listLink(object));
    } catch (error) {
      sayFailed(texts.edit.notDeleted(ApiProblem.from(error).detail));
    }
  };
  return (
    <PageHeader
      actions={
        <>
          <Neighbours object={object} id={id} />
          <AsOfButton object={object} id={id} asOf={asOf} />
          {mayDelete && (
            <Menu
              label={texts.common.more}
              align="end"
              trigger={(props) => <IconButton {...props} small icon={Ellipsis} label={texts.common.more} />}
              groups={[[{ label: words.delete, icon: Trash2, danger: true, onSelect: () => void remove() }]]}
            />
          )}
        </>
      }
    >
      <Link {...listLink(object)} className="hidden shrink-0 rounded-mark text-secondary hover:text-text tab:inline">
        {words.many}
      </Link>
      <ChevronRight aria-hidden className="hidden size-3.5 text-faint tab:inline" />
      <PageTitle>
        <span dir="auto">{record ? nameOf(record) : words.one}</span>
      </PageTitle>
    </PageHeader>
  );
}

/** The way to the records before and after this one in the list that it was opened from. */
function Neighbours({ object, id }: { object: ObjectName; id: string }) {
  const open = useOpenRecord();
  const neighbours = neighboursOf(object, id);
  const step = (to: string | undefined) => to && open(object, to);
  useShortcut('shift+up', () => step(neighbours?.previous));
  useShortcut('shift+down', () => step(neighbours?.next));
  if (!neighbours) return null;
  const { previous, next } = neighbours;
  return (
    <span className="hidden items-center tab:flex">
      <IconButton
        small
        icon={ChevronUp}
        label={recordTexts.record.previous}
        keys="shift+up"
        disabled={!previous}
        onClick={() => step(previous)}
      />
      <IconButton
        small
        icon={ChevronDown}
        label={recordTexts.record.next}
        keys="shift+down"
        disabled={!next}
        onClick={() => step(next)}
      />
    </span>
  );
}
