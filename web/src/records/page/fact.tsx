import { Link } from '@tanstack/react-router';
import { ExternalLink, Mail, Phone } from 'lucide-react';
import type { Field } from '../../data/catalogue.ts';
import type { KithRecord, Named } from '../../data/types.ts';
import { readValue } from '../../data/values.ts';
import { findKind } from '../../kinds/index.ts';
import { recordLink } from '../../kinds/links.ts';
import { recordTexts, texts } from '../../texts/index.ts';
import { cx } from '../../ui/cx.ts';
import { FieldValue } from '../field/field-value.tsx';
import { LazyCellEditor, type Leave } from '../table/lazy-cell-editor.tsx';

interface FactProps {
  field: Field;
  record: KithRecord;
  /** The record as it is now, when this value has changed since. */
  now: KithRecord | undefined;
  /** Where the value came from. */
  origin: string | undefined;
  editable: boolean;
  editing: boolean;
  onEdit: () => void;
  onLeave: (leave: Leave) => void;
  onSave: (value: unknown, named?: Named | null) => void;
}

/** One fact: its name, its value, and a way to where it leads. */
export function Fact({ field, record, now, origin, editable, editing, onEdit, onLeave, onSave }: FactProps) {
  const value = <FieldValue whole field={field} record={record} />;
  const empty = readValue(record, field.name) === null || readValue(record, field.name) === '';
  const look = 'ring-inside flex min-h-control-small w-full min-w-0 items-center rounded-control px-2 py-1 text-left';
  return (
    <div className={cx('group flex items-start', now && 'rounded-control bg-warning-soft')}>
      <dt
        data-tip={field.description}
        className="flex min-h-control-small w-label shrink-0 items-center px-2 text-secondary"
      >
        <span className="text-pretty leading-tight">{field.label}</span>
      </dt>
      <dd className={cx('relative flex min-w-0 grow', now ? 'flex-col pb-1' : 'items-center')}>
        {editable ? (
          <button
            id={`fact-${field.name}`}
            type="button"
            data-tip={origin}
            onClick={onEdit}
            className={cx(look, 'hover:bg-hover')}
          >
            <span className="only-read">{recordTexts.record.edit(field.label)}: </span>
            {empty ? <span className="text-faint">{recordTexts.record.add}</span> : value}
          </button>
        ) : (
          <span data-tip={origin} className={look}>
            {now && empty ? <span className="text-faint">{texts.values.nothing}</span> : value}
          </span>
        )}
        {now && (
          <span className="flex min-w-0 items-center gap-1 px-2 text-secondary text-xs">
            {recordTexts.history.now} <FieldValue field={field} record={now} />
          </span>
        )}
        {!editing && !now && <Way field={field} record={record} />}
        {editing && <LazyCellEditor field={field} record={record} onSave={onSave} onLeave={onLeave} />}
      </dd>
    </div>
  );
}

const shown =
  'hit-area absolute right-1 grid size-6 bg-surface place-items-center rounded-control text-secondary opacity-0 hover:bg-hover hover:text-text focus-visible:opacity-100 group-hover:opacity-100';

/** To where a value leads: a mail, a call, a website, another record. */
function Way({ field, record }: Pick<FactProps, 'field' | 'record'>) {
  const value = readValue(record, field.name);
  if (typeof value !== 'string' || value === '') return null;
  if (field.type === 'reference' && field.to && findKind(field.to)) {
    return (
      <Link
        {...recordLink(field.to, value)}
        aria-label={recordTexts.record.open(field.label)}
        data-tip={recordTexts.record.open(field.label)}
        className={shown}
      >
        <ExternalLink aria-hidden />
      </Link>
    );
  }
  const ways = {
    email: { href: `mailto:${value}`, icon: Mail, label: texts.list.mail },
    phone: { href: `tel:${value}`, icon: Phone, label: texts.list.call },
    url: { href: safeAddress(value), icon: ExternalLink, label: recordTexts.record.open(field.label) },
  } as const;
  const way = ways[field.type as keyof typeof ways];
  if (!way?.href) return null;
  return (
    <a
      href={way.href}
      target={field.type === 'url' ? '_blank' : undefined}
      rel="noreferrer"
      aria-label={way.label}
      data-tip={way.label}
      className={shown}
    >
      <way.icon aria-hidden />
    </a>
  );
}

/** A value comes from a file or a stranger: only web addresses become links, so that none can run a script. */
export function safeAddress(value: string): string | undefined {
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return URL.canParse(address) && !/^\w+:(?!\/\/)/.test(value) ? address : undefined;
}
