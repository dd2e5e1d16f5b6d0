import { inEachFile, type Rule } from '../facts.ts';
import { doorOf, floors, placeOf } from '../places.ts';

export const floorsRule: Rule = {
  name: 'floors',
  says: 'Calls go down: surfaces → agents → domain → platform, and no floor imports one above it.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const own = placeOf(path);
      if (!own) return [];
      return facts.imports.flatMap(({ specifier, line }) => {
        const other = doorOf(specifier);
        if (!other || floors.indexOf(other.floor) <= floors.indexOf(own.floor)) return [];
        const what = `${own.floor} imports ${specifier} from the floor above: let the upper one hear an event and call down`;
        return [{ line, what }];
      });
    }),
};
