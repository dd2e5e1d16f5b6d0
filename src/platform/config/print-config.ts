import type { Entry } from './entry.ts';
import { type Config, tree } from './tree.ts';

function withoutPassword(value: string): string {
  const parsed = new URL(value);
  if (parsed.password !== '') parsed.password = 'hidden';
  return parsed.href;
}

function printable(entry: Entry<unknown>, value: unknown): unknown {
  if (value === undefined || entry.secrecy === 'open') return value;
  return entry.secrecy === 'url' && typeof value === 'string' ? withoutPassword(value) : '[secret]';
}

/** Every setting by its name, secrets hidden: for `console.log`, the log and support. */
export function describeConfig(config: Config): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([section, entries]) => {
      const values: Record<string, unknown> = { ...config[section as keyof Config] };
      return Object.entries(entries).map(([name, entry]) => [entry.name, printable(entry, values[name])] as const);
    }),
  );
}
