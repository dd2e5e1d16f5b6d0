import { posix } from 'node:path';
import type { Files } from './facts.ts';

export const floors = ['platform', 'domain', 'agents', 'surfaces'] as const;
export type Floor = (typeof floors)[number];

/** Where in the house a file stands. */
export interface Place {
  floor: Floor;
  /** The folder of its module: `src/domain/records/contacts`. */
  module: string;
  /** The folder below the module, or the name of the file where it stands in the module itself: `operations`, `index`. */
  room: string;
  inFolder: boolean;
}

const modulePattern = /^src\/(platform|domain|agents|surfaces)\/(records\/)?([^/]+)\/(.+)$/;

/** Undefined for files outside any module, such as `src/main.ts` and everything outside `src`. */
export function placeOf(path: string): Place | undefined {
  const match = modulePattern.exec(path);
  if (!match) return undefined;
  const [, floor, group = '', name, rest = ''] = match as unknown as [
    string,
    Floor,
    string | undefined,
    string,
    string,
  ];
  if (group && floor !== 'domain') return placeOfPlainModule(path, floor);
  const [first = ''] = rest.split('/');
  const inFolder = rest.includes('/');
  return {
    floor,
    module: `src/${floor}/${group}${name}`,
    room: inFolder ? first : first.replace(/\..*$/, ''),
    inFolder,
  };
}

/** `records` is a group of modules in the domain alone; `platform/records` is a module. */
function placeOfPlainModule(path: string, floor: Floor): Place {
  const [first = '', ...more] = path.split('/').slice(3);
  const inFolder = more.length > 0;
  return { floor, module: `src/${floor}/records`, room: inFolder ? first : first.replace(/\..*$/, ''), inFolder };
}

/** Tests and what only tests use. */
export function isTestCode(path: string): boolean {
  return /\.test\.tsx?$|[.-]fixture\.tsx?$|\/fixtures\/|^(test|bench|scripts)\//.test(path);
}

/** Made by a generator, so that the rules about size and style do not hold. */
export function isGenerated(path: string): boolean {
  return /\.gen\.[a-z]+$|^docs\/catalogue\/|^database\/schema\.sql$|package-lock\.json$/.test(path);
}

/** The folder of the module whose door a `#…` specifier names: `#domain/records/contacts` → `src/domain/records/contacts`. */
export function doorOf(specifier: string): { floor: Floor; module: string } | undefined {
  const match = /^#(platform|domain|agents|surfaces)\/(.+)$/.exec(specifier);
  return match ? { floor: match[1] as Floor, module: `src/${match[1]}/${match[2]}` } : undefined;
}

/** Whether a folder is a module: something with a door, at the place where modules stand. */
export function isModule(files: Files, folder: string): boolean {
  return placeOf(`${folder}/index.ts`)?.module === folder && `${folder}/index.ts` in files;
}

/** The path that a relative specifier of the file at `path` means. */
export function resolved(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}
