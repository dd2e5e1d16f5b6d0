import { type Kind, kinds, ownKinds } from './index.ts';

/** The kind of the record that an id names; undefined when the app has no pages for it. */
export function kindOfId(id: string): Kind | undefined {
  const prefix = id.slice(0, id.indexOf('_'));
  return [...kinds, ...ownKinds.get()].find((kind) => kind.prefix === prefix);
}
