import type { ObjectName } from '../data/catalogue.ts';
import { createStore } from '../shell/store.ts';
import { account } from './account.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';
import type { Kind } from './kind.ts';
import { lead } from './lead.ts';

export { joined, type Kind, type Look, type RecordParts } from './kind.ts';

/** The kinds that Kith brings along, in the order of the navigation. */
export const kinds: readonly Kind[] = [lead, deal, contact, account];

/** The kinds that the workspace has made. */
export const ownKinds = createStore<readonly Kind[]>([]);

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** Takes in what the workspace has made. One that is gone is still known: a page that shows it can say so. */
export function setOwnKinds(own: readonly Kind[]): void {
  for (const kind of own) byName.set(kind.name, kind);
  ownKinds.set(own);
}

/** Every kind of record, those of the workspace last. */
export function useKinds(): readonly Kind[] {
  return [...kinds, ...ownKinds.use()];
}

/** The kind of this name; undefined when the app has no pages for it. */
export function findKind(name: ObjectName | null | undefined): Kind | undefined {
  return byName.get(name ?? '');
}

/** The kind of this name, of which it is known that it is there. */
export function kindOf(name: ObjectName): Kind {
  const kind = findKind(name);
  if (!kind) throw new Error(`There is no kind of record '${name}'.`);
  return kind;
}

/** Kinds of record that can be chosen, and have no pages here. */
const withoutPages: Record<ObjectName, string> = { product: 'products' };

/** Where records of this kind stand in the API; undefined when the app does not know them. */
export function pathOf(name: ObjectName | null | undefined): string | undefined {
  return findKind(name)?.path ?? withoutPages[name ?? ''];
}

/** The kind whose list stands at this address. */
export function kindAt(path: string): Kind | undefined {
  return [...kinds, ...ownKinds.get()].find((kind) => kind.path === path);
}

/** The permission to do something with records of a kind, as `contacts:read`. */
export function permission({ path, area = path }: Kind, action: 'read' | 'write' | 'delete' | 'export'): string {
  return `${area}:${action}`;
}
