import type { Finding, Rule, Tree } from '../facts.ts';
import { doorOf } from '../places.ts';
import { type Plate, platesOf } from './needs.ts';

const path = 'src/modules.ts';

/** The folders of the modules in the list `modules`, in its order. */
function listed(tree: Tree): string[] {
  const list = /export const modules[^=]*= \[([^\]]*)\]/.exec(tree.files[path] ?? '')?.[1] ?? '';
  const doors = new Map<string, string>();
  for (const { specifier, names } of tree.facts.get(path)?.imports ?? []) {
    const door = doorOf(specifier);
    if (door) for (const name of names) doors.set(name, door.module);
  }
  return [...list.matchAll(/\w+/g)].flatMap(([name]) => doors.get(name) ?? []);
}

export const compositionRule: Rule = {
  name: 'composition',
  says: 'src/modules.ts lists every module once, each below what it needs.',
  check(tree) {
    if (!(path in tree.files)) return [];
    const order = listed(tree);
    const plates = platesOf(tree);
    const folderOf = new Map([...plates].map(([folder, plate]) => [plate.name, folder]));
    const findings: Finding[] = [];
    const tooLate = (plate: Plate, index: number) =>
      plate.needs.filter((need) => order.indexOf(folderOf.get(need) ?? '') > index);
    for (const [folder, plate] of plates) {
      const index = order.indexOf(folder);
      const at = { path: plate.path, line: plate.line };
      if (index === -1) findings.push({ ...at, what: `is not in the list of ${path}` });
      else if (order.lastIndexOf(folder) !== index) findings.push({ ...at, what: `is twice in the list of ${path}` });
      for (const need of index === -1 ? [] : tooLate(plate, index))
        findings.push({ ...at, what: `stands before '${need}' in ${path}, which it needs` });
    }
    return findings;
  },
};
