import { Shapes } from 'lucide-react';
import type { Field } from '../data/catalogue.ts';
import type { CustomObject } from '../data/objects.ts';
import { objectsTexts } from '../texts/index.ts';
import type { Kind, RecordParts } from './kind.ts';

/** Addresses at which other pages stand. */
const taken = new Set(['graph', 'imports', 'settings', 'home', 'sign-in', 'api', 'docs', 'assets']);
const columnsMost = 6;
const wide = new Set<Field['type']>(['longText', 'json', 'file', 'address']);

/** `Project` → `project`, as within a sentence; `VIP order` stays. */
function within(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Its name, what the workspace has added that fits into a column, whose it is and when it was changed. */
function usualColumns(fields: readonly Field[]): string[] {
  const own = fields.filter((field) => field.custom && !wide.has(field.type)).map((field) => field.name);
  return ['name', ...own.slice(0, columnsMost), 'ownerId', 'updatedAt'];
}

const parts: RecordParts = { named: ['name'], sections: [], rest: objectsTexts.details, Matters: () => null };

/** A kind that the workspace has made, as the web app knows kinds: what it has is read from the catalogue. */
export function ownKind({ name, plural, label, pluralLabel, description, prefix }: CustomObject): Kind {
  const counted = [within(label), within(pluralLabel)] as const;
  return {
    name,
    prefix,
    path: taken.has(plural) ? `${plural}-records` : plural,
    api: `objects/${name}/records`,
    imported: true,
    importedAs: plural,
    area: 'records',
    words: {
      one: label,
      many: pluralLabel,
      counted,
      create: objectsTexts.createOne(counted[0]),
      delete: objectsTexts.deleteOne(counted[0]),
      none: objectsTexts.noRecords(counted[1]),
      noneText: description || objectsTexts.noRecordsText,
    },
    icon: Shapes,
    keys: '',
    atThumb: false,
    square: true,
    drawing: 'file',
    columns: ['name', 'ownerId', 'updatedAt'],
    usualColumns,
    sort: '-createdAt',
    shown: ['name'],
    line: () => '',
    hint: () => '',
    asked: ['name', 'ownerId'],
    parts: () => Promise.resolve(parts),
  };
}
