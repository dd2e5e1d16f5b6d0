import { readFileSync } from 'node:fs';
import { inspect, parseEnv } from 'node:util';
import type { Entry } from './entry.ts';
import { ConfigError, conflictsIn, misspeltNames } from './mistakes.ts';
import { describeConfig } from './print-config.ts';
import { type Config, tree } from './tree.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function environmentOfProcess(): Environment {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env;
    throw new ConfigError([`.env cannot be read (${String(error)}). Make it readable, or remove it.`]);
  }
}

function shown(entry: Entry<unknown>, value: string): string {
  if (entry.secrecy !== 'open') return '';
  return ` (now ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)})`;
}

function freezeAndHide(config: Config): Config {
  const hide = { enumerable: false, value: () => describeConfig(config) };
  for (const section of Object.values(config)) Object.freeze(section);
  Object.defineProperties(config, { toJSON: hide, [inspect.custom]: hide });
  return Object.freeze(config);
}

/**
 * The settings, read once at the start, from `env` or else from the process and the file `.env` beside it (the process goes before the file).
 * An empty value counts as none. Throws ConfigError with all mistakes at once.
 */
export function loadConfig(env: Environment = environmentOfProcess()): Config {
  const mistakes = misspeltNames(Object.keys(env));
  const read = (entry: Entry<unknown>): unknown => {
    const given = env[entry.name]?.trim();
    const value = given === '' ? undefined : given;
    const result = entry.schema.safeParse(value);
    if (result.success) return result.data;
    const reason = result.error.issues[0]?.message ?? 'is not understood';
    mistakes.push(`${entry.name} ${reason}${shown(entry, value ?? '')}. Example: ${entry.name}=${entry.example}`);
    return undefined;
  };
  const sections = Object.entries(tree).map(([section, entries]) => [
    section,
    Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, read(entry)])),
  ]);
  // The shape is the tree's own: each value came from the schema that gives it its type.
  const config = Object.fromEntries(sections) as Config;
  if (mistakes.length === 0) mistakes.push(...conflictsIn(config));
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return freezeAndHide(config);
}

/** The address for links: BASE_URL, else what the settings page says, else this machine. No slash at the end. */
export function publicUrl(config: Config, fromSettings?: string): string {
  return config.http.baseUrl ?? fromSettings ?? `http://localhost:${config.http.port}`;
}
