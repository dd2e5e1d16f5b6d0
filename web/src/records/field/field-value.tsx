import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { Field } from '../../data/catalogue.ts';
import { peopleOptions } from '../../data/people.ts';
import { recordOptions } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { namedOf, readValue } from '../../data/values.ts';
import { findKind } from '../../kinds/index.ts';
import { TierChip, TierMark } from '../../scoring/tier-mark.tsx';
import { tierOf } from '../../scoring/tiers.ts';
import { texts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { exactDay, number, percent } from '../../ui/format.ts';
import { money } from '../../ui/money.ts';
import { Time } from '../../ui/time.tsx';
import { sourceWords } from '../history/source-words.ts';

interface FieldValueProps {
  field: Field;
  record: KithRecord;
  /** On as many lines as it takes, rather than cut off. */
  whole?: boolean;
}

/** A value as it is read: the same in tables, on pages and in the history. Nothing where there is no value. */
export function FieldValue({ field, record, whole = false }: FieldValueProps) {
  const value = readValue(record, field.name);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (field.access === 'masked') return String(value);
  if (field.name === 'leadScore') return <ScoreValue score={Number(value)} tier={record.scoreTier} />;
  if (field.name === 'source') return <span className="truncate">{sourceWords(value)}</span>;
  if (field.name === 'scoreTier') return <TierChip tier={tierOf(value)} />;
  if (field.type === 'money') return <MoneyValue field={field} record={record} />;
  if (field.type === 'references') return <ReferencesValue field={field} ids={value} />;
  if (field.type === 'file') return <FileValue id={String(value)} />;
  if (field.type === 'reference' || field.type === 'user') return <ReferenceValue field={field} record={record} />;
  return <PlainValue field={field} value={value} whole={whole} />;
}

/** A value that needs no record to be understood. */
function PlainValue({ field, value, whole }: { field: Field; value: unknown; whole: boolean }) {
  switch (field.type) {
    case 'tags':
      return <TagsValue tags={Array.isArray(value) ? value.map(String) : []} whole={whole} />;
    case 'boolean':
      return value ? (
        <span className="inline-flex items-center gap-1.5">
          <Check aria-hidden className="text-success" />
          {texts.values.yes}
        </span>
      ) : (
        <span className="text-secondary">{texts.values.no}</span>
      );
    case 'url':
      return (
        <span className="truncate" data-tip={whole ? String(value) : undefined}>
          {String(value).replace(/^https?:\/\/(www\.)?|\/$/g, '')}
        </span>
      );
    case 'email':
      return <EmailValue address={String(value)} whole={whole} />;
    case 'dateTime':
      return <Time at={String(value)} className="tabular text-secondary" />;
    case 'date':
      return <span className="tabular">{exactDay(String(value))}</span>;
    case 'multiChoice':
      return <TagsValue tags={Array.isArray(value) ? value.map((one) => labelOf(field, one)) : []} whole={whole} />;
    case 'percent':
      return <span className="tabular">{texts.values.percent(number(Number(value)))}</span>;
    case 'address':
      return <AddressValue address={value} whole={whole} />;
    case 'integer':
    case 'number':
    case 'decimal':
      return <span className="tabular">{shownNumber(field.name, Number(value))}</span>;
    default:
      return (
        <span className={whole ? 'wrap-anywhere whitespace-pre-wrap text-left' : 'truncate'} dir="auto">
          {labelOf(field, value)}
        </span>
      );
  }
}

/** Some numbers are shares: of one, or of a hundred. */
function shownNumber(name: string, value: number): string {
  if (name === 'qualityScore') return percent(value);
  return name === 'probability' ? percent(value / 100) : number(value);
}

/** A value in plain words, for sentences. */
export function labelOf(field: Field | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.values.nothing;
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : texts.values.nothing;
  if (typeof value === 'boolean') return value ? texts.values.yes : texts.values.no;
  if (typeof value === 'object') return 'name' in value ? String(value.name) : Object.values(value).join(', ');
  return field?.options?.find((option) => option.value === value)?.label ?? String(value);
}

/** An amount stands in the record's own currency, or in that of the workspace. */
function MoneyValue({ field, record }: FieldValueProps) {
  const value = String(readValue(record, field.name));
  const currency = field.currency ?? (field.name === 'baseAmount' ? record.baseCurrency : record.currency);
  return (
    <span className="tabular truncate">
      {typeof currency === 'string' ? money(value, currency) : number(Number(value))}
    </span>
  );
}

function ScoreValue({ score, tier }: { score: number; tier: unknown }) {
  return (
    <span className="inline-flex items-center gap-2">
      <TierMark tier={tierOf(tier)} named />
      <span className="tabular">{score}</span>
    </span>
  );
}

function ReferenceValue({ field, record }: FieldValueProps) {
  const named = namedOf(record, field.name);
  if (!named) return <UnnamedReference field={field} id={String(readValue(record, field.name))} />;
  return <NamedValue name={named.name} square={findKind(field.to)?.square} />;
}

/** Records of the past and who made a record come with the id alone: the name is looked up. */
function UnnamedReference({ field, id }: { field: Field; id: string }) {
  const isUser = field.type === 'user';
  const users = useQuery({ ...peopleOptions, enabled: isUser });
  const kind = findKind(field.to);
  const record = useQuery({ ...recordOptions(field.to ?? '', id), enabled: !isUser && kind !== undefined });
  // Whoever is nobody of the workspace is Kith itself, as in an import.
  const name = isUser
    ? users.data && (users.data.find((user) => user.id === id)?.name ?? texts.values.system)
    : record.data?.name;
  return name ? <NamedValue name={name} square={kind?.square} /> : null;
}

function NamedValue({ name, square = false }: { name: string; square?: boolean | undefined }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2">
      <Avatar name={name} square={square} />
      <span className="truncate" dir="auto">
        {name}
      </span>
    </span>
  );
}

const referencesShown = 3;

function ReferencesValue({ field, ids }: { field: Field; ids: unknown }) {
  const all = Array.isArray(ids) ? ids.map(String) : [];
  return (
    <span className="inline-flex min-w-0 max-w-full flex-wrap gap-x-3 gap-y-1">
      {all.slice(0, referencesShown).map((id) => (
        <UnnamedReference key={id} field={field} id={id} />
      ))}
      {all.length > referencesShown && <span className="text-secondary text-xs">+{all.length - referencesShown}</span>}
    </span>
  );
}

function FileValue({ id }: { id: string }) {
  return (
    <a
      href={`/api/v1/files/${encodeURIComponent(id)}/download`}
      onClick={(event) => event.stopPropagation()}
      className="text-accent hover:underline"
    >
      {texts.values.download}
    </a>
  );
}

const addressParts = ['street', 'postalCode', 'city', 'state', 'country'] as const;

/** The parts of an address that are known, in one line or one below the other. */
function AddressValue({ address, whole }: { address: unknown; whole: boolean }) {
  const parts = (address ?? {}) as Partial<Record<(typeof addressParts)[number], string>>;
  const known = addressParts.map((part) => parts[part]).filter(Boolean);
  return (
    <span className={whole ? 'whitespace-pre-wrap text-left' : 'truncate'} dir="auto">
      {known.join(whole ? '\n' : ', ')}
    </span>
  );
}

/** A long address breaks at its sign, not in the middle of a word. */
function EmailValue({ address, whole }: { address: string; whole: boolean }) {
  const at = address.lastIndexOf('@');
  if (!whole || at < 0) return <span className="truncate">{address}</span>;
  return (
    <span className="wrap-anywhere">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}

const tagsInACell = 3;

function TagsValue({ tags, whole }: { tags: string[]; whole: boolean }) {
  const shown = whole ? tags : tags.slice(0, tagsInACell);
  return (
    <span className={cx('inline-flex min-w-0 max-w-full gap-1', whole && 'flex-wrap')}>
      {shown.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {tags.length > shown.length && (
        <span className="text-secondary text-xs" data-tip={tags.slice(shown.length).join(', ')}>
          +{tags.length - shown.length}
        </span>
      )}
    </span>
  );
}
