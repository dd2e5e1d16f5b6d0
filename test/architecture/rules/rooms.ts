import { type Import, inEachFile, type Rule, type Tree } from '../facts.ts';
import { doorOf, floors, isModule, isTestCode, type Place, placeOf, resolved } from '../places.ts';

type Doors = 'none' | 'platform' | 'all';

interface Room {
  /** The rooms of its own module that it may import; `*` for all. */
  own: readonly string[];
  /** Which doors it may open for more than types. */
  doors: Doors;
  /** Doors of the platform that stay shut. */
  shut?: readonly string[];
}

const catalogues = ['fields', 'events', 'errors', 'config'];
const outsideWorld: Room = {
  own: ['contract', 'rules', ...catalogues],
  doors: 'platform',
  shut: ['database', 'operations', 'events', 'changes', 'jobs', 'records'],
};

const rooms: Record<string, Room> = {
  module: { own: ['*'], doors: 'platform' },
  index: { own: ['*'], doors: 'none' },
  operations: { own: ['*'], doors: 'all' },
  targets: { own: ['*'], doors: 'all' },
  rules: { own: [], doors: 'none' },
  store: { own: ['rules', ...catalogues], doors: 'platform' },
  handlers: { own: ['*'], doors: 'all' },
  jobs: { own: ['*'], doors: 'platform' },
  providers: outsideWorld,
  adapters: outsideWorld,
  channels: outsideWorld,
  ...Object.fromEntries(catalogues.map((name) => [name, { own: ['rules', ...catalogues], doors: 'platform' }])),
};

/** Doors of pure functions and types, open to every room. */
const pureDoors = new Set(['#platform/text', '#platform/money', '#platform/errors']);
/** Pure functions behind doors that hold more than those. */
const pureNames = new Map([['#platform/ids', new Set(['publicId', 'parseId'])]]);
const upstairs = floors.filter((floor) => floor !== 'platform' && floor !== 'surfaces');

export const roomsRule: Rule = {
  name: 'rooms',
  says: 'Each room of a module imports what the table of rooms in ARCHITECTURE.md allows it.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const place = placeOf(path);
      if (!place || !upstairs.some((floor) => floor === place.floor) || isTestCode(path)) return [];
      if (place.inFolder && !rooms[place.room] && isModule(tree.files, place.module)) {
        const what = `${place.room}/ is not a room: a module has ${Object.keys(rooms).join(', ')}`;
        return [{ line: 1, what }];
      }
      const room = rooms[place.room];
      return room ? facts.imports.flatMap((one) => breaks(tree, path, place, room, one)) : [];
    }),
};

function breaks(tree: Tree, path: string, place: Place, room: Room, one: Import): { line: number; what: string }[] {
  const { specifier, line } = one;
  const say = (what: string) => [{ line, what: `${place.room} may not import ${specifier}: ${what}` }];
  const door = doorOf(specifier);
  if (door) {
    if (one.typeOnly || pureDoors.has(specifier) || takesPureThings(tree, one)) return [];
    if (room.doors === 'none') return say('only types and pure functions come in here');
    if (room.doors === 'platform' && door.floor !== 'platform') return say('only the platform is open to it');
    const name = specifier.slice(specifier.indexOf('/') + 1);
    return room.shut?.includes(name) ? say('it talks to the world outside and leaves ours alone') : [];
  }
  const target = specifier.startsWith('.') ? placeOf(resolved(path, specifier)) : undefined;
  if (!target || target.module !== place.module || one.typeOnly) return [];
  if (target.room === place.room || room.own.includes('*') || room.own.includes(target.room)) return [];
  return say(`it may import ${[place.room, ...room.own].join(', ')}`);
}

/** Whether all that is taken from a door are functions that stand in `rules/` behind it. */
function takesPureThings(tree: Tree, { specifier, names }: Import): boolean {
  const known = pureNames.get(specifier);
  if (known) return names.every((name) => known.has(name));
  const door = doorOf(specifier);
  const pure = (tree.facts.get(`${door?.module}/index.ts`)?.imports ?? [])
    .filter((one) => one.specifier.startsWith('./rules/'))
    .flatMap((one) => one.names);
  return names.every((name) => pure.includes(name));
}
