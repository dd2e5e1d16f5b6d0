import {
  AtSign,
  Banknote,
  Braces,
  Calendar,
  CalendarClock,
  CircleDot,
  Fingerprint,
  Flag,
  Hash,
  Link as LinkIcon,
  ListChecks,
  type LucideIcon,
  MapPin,
  Paperclip,
  Percent,
  Phone,
  Sigma,
  Spline,
  SquareCheck,
  SquareFunction,
  Tags,
  Text,
  Type,
  User,
} from 'lucide-react';
import { fieldsTexts } from '../texts/index.ts';

const icons: Record<string, LucideIcon> = {
  text: Type,
  longText: Text,
  integer: Hash,
  number: Hash,
  decimal: Hash,
  percent: Percent,
  money: Banknote,
  date: Calendar,
  dateTime: CalendarClock,
  boolean: SquareCheck,
  choice: CircleDot,
  multiChoice: ListChecks,
  tags: Tags,
  email: AtSign,
  phone: Phone,
  url: LinkIcon,
  address: MapPin,
  country: Flag,
  reference: Spline,
  references: Spline,
  user: User,
  file: Paperclip,
  formula: SquareFunction,
  rollup: Sigma,
  json: Braces,
  id: Fingerprint,
};

/** The types that a workspace can give a field, in the groups in which they are looked for. */
export const givenTypes: readonly { group: string; types: readonly string[] }[] = [
  { group: fieldsTexts.groups.words, types: ['text', 'longText', 'choice', 'multiChoice', 'tags'] },
  { group: fieldsTexts.groups.numbers, types: ['number', 'integer', 'money', 'percent'] },
  { group: fieldsTexts.groups.times, types: ['date', 'dateTime', 'boolean'] },
  { group: fieldsTexts.groups.reach, types: ['email', 'phone', 'url', 'address'] },
  { group: fieldsTexts.groups.others, types: ['user', 'reference', 'references', 'file'] },
  { group: fieldsTexts.groups.computed, types: ['formula', 'rollup'] },
];

const numbers = new Set(['number', 'integer', 'decimal', 'percent', 'money']);
const words = new Set(['text', 'longText', 'email', 'phone', 'url']);
const onceOnly = new Set(['text', 'integer', 'decimal', 'number', 'date', 'dateTime', 'email', 'phone', 'url']);

/** What can be said of fields of a type. */
export const isChosen = (type: string) => type === 'choice' || type === 'multiChoice';
export const isComputed = (type: string) => type === 'formula' || type === 'rollup';
export const isNumber = (type: string) => numbers.has(type);
export const isWords = (type: string) => words.has(type);
export const canBeUnique = (type: string) => onceOnly.has(type);
export const refersTo = (type: string) => type === 'reference' || type === 'references';

export const typeIcon = (type: string): LucideIcon => icons[type] ?? Type;
export const typeLabel = (type: string): string => fieldsTexts.types[type]?.label ?? type;
export const typeHint = (type: string): string => fieldsTexts.types[type]?.hint ?? '';
