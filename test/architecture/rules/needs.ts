import type { Finding, Rule, Tree } from '../facts.ts';
import { doorOf, isModule, isTestCode, placeOf } from '../places.ts';

/** The name-plate of a module and where it stands. */
export interface Plate {
  path: string;
  line: number;
  name: string;
  needs: string[];
}

const declares = /^src\/(domain|agents)\//;

/** The name-plates by the folder of their module. */
export function platesOf(tree: Tree): Map<string, Plate> {
  const plates = new Map<string, Plate>();
  for (const [path, facts] of tree.facts) {
    const place = placeOf(path);
    const [plate] = facts.plates;
    if (plate && place?.room === 'module' && !place.inFolder) plates.set(place.module, { path, ...plate });
  }
  return plates;
}

/** Module → the modules whose doors its shipped files import, with one place for each. */
function importsByModule(tree: Tree): Map<string, Map<string, { path: string; line: number }>> {
  const all = new Map<string, Map<string, { path: string; line: number }>>();
  for (const [path, facts] of tree.facts) {
    const own = placeOf(path)?.module;
    if (!own || isTestCode(path)) continue;
    const doors = all.get(own) ?? new Map();
    all.set(own, doors);
    for (const { specifier, line } of facts.imports) {
      const door = doorOf(specifier);
      if (door && door.module !== own && !doors.has(door.module)) doors.set(door.module, { path, line });
    }
  }
  return all;
}

export const needsRule: Rule = {
  name: 'needs',
  says: 'The `needs` that a module declares are the modules that it imports, no more and no fewer.',
  check(tree) {
    const plates = platesOf(tree);
    const findings: Finding[] = [];
    for (const [module, doors] of importsByModule(tree)) {
      if (!declares.test(`${module}/`) || !isModule(tree.files, module)) continue;
      const plate = plates.get(module);
      const index = `${module}/index.ts`;
      if (!plate) {
        const what = 'module.ts with defineModule({ name: "…", needs: ["…"] }) is missing';
        findings.push({ path: index, line: 1, what });
        continue;
      }
      const at = { path: plate.path, line: plate.line };
      const folder = module.slice(module.lastIndexOf('/') + 1);
      if (plate.name !== folder) findings.push({ ...at, what: `is named '${plate.name}' in the folder ${folder}` });
      const used = [...doors.keys()]
        .filter((door) => declares.test(door))
        .map((door) => plates.get(door)?.name ?? door);
      for (const name of used)
        if (!plate.needs.includes(name)) findings.push({ ...at, what: `needs '${name}' and does not say so` });
      for (const name of plate.needs)
        if (!used.includes(name)) findings.push({ ...at, what: `says that it needs '${name}' and does not` });
    }
    return findings;
  },
};

export const ringsRule: Rule = {
  name: 'rings',
  says: 'Modules do not need one another in a ring.',
  check(tree) {
    const graph = importsByModule(tree);
    const findings: Finding[] = [];
    const done = new Set<string>();
    const walk = (module: string, trail: string[]): void => {
      const start = trail.indexOf(module);
      if (start >= 0) {
        const from = trail.at(-1) ?? module;
        const at = graph.get(from)?.get(module) ?? { path: `${from}/index.ts`, line: 1 };
        findings.push({ ...at, what: `closes a ring: ${[...trail.slice(start), module].join(' → ')}` });
      }
      if (start >= 0 || done.has(module)) return;
      for (const next of graph.get(module)?.keys() ?? []) walk(next, [...trail, module]);
      done.add(module);
    };
    for (const module of graph.keys()) walk(module, []);
    return findings;
  },
};
