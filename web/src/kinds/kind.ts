import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Field, ObjectName } from '../data/catalogue.ts';
import type { KithRecord } from '../data/types.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import type { KindWords } from '../texts/kind-words.ts';
import type { DrawingName } from '../ui/drawing.tsx';

/** What the page of a record shows besides what all of them show; its code comes with the page. */
export interface RecordParts {
  /** The facts in the groups in which people look for them. */
  sections: readonly { title: string; names: readonly string[] }[];
  /** What the group of all other fields is called. */
  rest?: string;
  /** Fields that stand elsewhere on the page, or nowhere. */
  elsewhere?: readonly string[];
  /** The fields that its name is made of. */
  named: readonly string[];
  /** What stands above all else. */
  Top?: ComponentType<{ record: KithRecord }>;
  /** What can be done with it at once, as writing and calling. */
  Ways?: ComponentType<{ record: KithRecord; wide?: boolean }>;
  /** The cards of what matters now. */
  Matters: ComponentType<{ record: KithRecord; onFill: (field: string) => void }>;
}

/** Another way to look at a list than as a table; its code comes when it is looked at. */
export interface Look {
  name: string;
  label: string;
  icon: LucideIcon;
  Content: ComponentType<{ state: ListState }>;
  /** What stands in the toolbar for it, in the place of the order and the columns. */
  Tools?: ComponentType<{ state: ListState }>;
}

/** A kind of record as the web app knows it: with this entry it has its lists, its pages, its commands and its links. */
export interface Kind {
  /** As the catalogue calls it. */
  name: ObjectName;
  /** How its ids begin. */
  prefix: string;
  /** Where it stands in the addresses of the app, and in the API when nothing else is said. */
  path: string;
  /** Where it stands in the API: of a kind that the workspace has made. */
  api?: string;
  /** The first part of its permissions, when that is not its path. */
  area?: string;
  words: KindWords;
  icon: LucideIcon;
  /** The keys that go to its list. */
  keys: string;
  /** It stands at the thumb where the screen is narrow. */
  atThumb: boolean;
  /** People are round, everything else is square. */
  square: boolean;
  /** The drawing of its empty list. */
  drawing: DrawingName;
  /** Files of them can be imported. */
  imported: boolean;
  /** What imports call it, when that is not its path. */
  importedAs?: string;
  /** The columns and the order of a list that nobody has set otherwise. */
  columns: readonly string[];
  /** The columns where they follow from the fields that there are. */
  usualColumns?: (fields: readonly Field[]) => readonly string[];
  sort: string;
  /** The fields that a row shows whatever its columns are. */
  shown: readonly string[];
  /** The field whose value stands at the end of a line. */
  figure?: string;
  /** What the record is, in one line under its name. */
  line: (record: KithRecord) => string;
  /** What else tells it apart from others of its name. */
  hint: (record: KithRecord) => string;
  /** The fields that the form of a new one asks for. */
  asked: readonly string[];
  /** What is wrong with a new one before the server is asked. */
  check?: (values: Record<string, unknown>) => string | undefined;
  /** What its lists are filtered by besides fields. */
  filters?: readonly Field[];
  /** How its list can be looked at besides as a table, the usual one first. */
  looks?: readonly Look[];
  parts: () => Promise<RecordParts>;
}

/** Those that are there, as "CTO · Isdom". */
export function joined(...parts: unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part).join(' · ');
}
