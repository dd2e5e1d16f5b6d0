import {
  AtSign,
  Braces,
  Calendar,
  CalendarClock,
  CircleDot,
  Fingerprint,
  Flag,
  Hash,
  Link as LinkIcon,
  type LucideIcon,
  Phone,
  Spline,
  SquareCheck,
  Tags,
  Text,
  Type,
  User,
} from 'lucide-react';
import type { FieldType } from '../data/catalogue.ts';
import { fieldsTexts } from '../texts/index.ts';

const icons: Record<string, LucideIcon> = {
  text: Type,
  longText: Text,
  integer: Hash,
  decimal: Hash,
  date: Calendar,
  dateTime: CalendarClock,
  boolean: SquareCheck,
  choice: CircleDot,
  tags: Tags,
  email: AtSign,
  phone: Phone,
  url: LinkIcon,
  country: Flag,
  reference: Spline,
  user: User,
  json: Braces,
  id: Fingerprint,
};

/** The types that a workspace can give a field, the usual ones first. */
export const givenTypes: readonly FieldType[] = [
  'text',
  'longText',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'boolean',
  'choice',
  'tags',
  'email',
  'phone',
  'url',
];

export const typeIcon = (type: string): LucideIcon => icons[type] ?? Type;
export const typeLabel = (type: string): string => fieldsTexts.types[type]?.label ?? type;
export const typeHint = (type: string): string => fieldsTexts.types[type]?.hint ?? '';
