import type { ChangeSet } from '../data/setup/changes.ts';
import { findKind } from '../kinds/index.ts';
import { changesTexts as words } from '../texts/index.ts';

/** `bulkUpdate` → `Bulk update`. */
function spelled(name: string): string {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What was done to what, as a sentence says it: "Changed 3 contacts". An operation that has no words of its own is spelled out. */
export function deedWords({ operation, records, objects, undoes }: ChangeSet): string {
  const verb = undoes ? words.tookBack : (words.verbs[operation.slice(operation.lastIndexOf('.') + 1)] ?? '');
  const [only] = objects;
  const counted = (objects.length === 1 && findKind(only)?.words.counted) || undefined;
  const many = words.counted(records, counted);
  return verb ? `${verb} ${many}` : `${spelled(operation.replace(/^.*\./, ''))}: ${many}`;
}

/** The kinds that it touched, by their names; those that have no pages are spelled out. */
export function kindsTouched({ objects }: ChangeSet): string {
  return objects.map((name) => findKind(name)?.words.many ?? words.otherKinds[name] ?? spelled(name)).join(', ');
}
