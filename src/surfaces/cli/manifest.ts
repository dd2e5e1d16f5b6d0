import { readFileSync } from 'node:fs';

export type OptionType = 'text' | 'number' | 'flag' | 'list' | 'json';

/** One input of an operation, as an option of its command. */
export interface OptionEntry {
  /** Its name in the input: `firstName`. */
  name: string;
  /** `first-name` */
  flag: string;
  type: OptionType;
  description?: string;
  choices?: string[];
  required?: true;
  /** It can be emptied by `--unset`. */
  nullable?: true;
  default?: unknown;
}

/** One operation as a command. */
export interface CommandEntry {
  operation: string;
  /** `contacts bulk-update` */
  words: string;
  summary: string;
  kind: 'read' | 'write' | 'file';
  upload?: true;
  /** Names of inputs that stand without an option, in order. */
  positional: string[];
  options: OptionEntry[];
}

export interface ModuleEntry {
  name: string;
  summary: string;
  commands: CommandEntry[];
}

/** Every command that is an operation, generated from the catalogue, so that help needs nothing but this. */
export interface Manifest {
  modules: ModuleEntry[];
}

/** Reads the generated manifest. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.gen.json', import.meta.url), 'utf8')) as Manifest;
}

/** All commands of a manifest. */
export function commandsOf(manifest: Manifest): CommandEntry[] {
  return manifest.modules.flatMap((module) => module.commands);
}

/** `firstName` → `first-name` */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
