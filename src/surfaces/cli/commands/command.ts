import type { Host } from '#surfaces/local';
import { columns } from '../help.ts';
import { splitArguments, unknownOption } from '../parse-command.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What a command written by hand may use. */
export interface CommandContext {
  terminal: Terminal;
  /** The server of the home, or this process. */
  openHost(): Promise<Host>;
  positional: string[];
  /** The last value of an option. */
  option(flag: string): string | undefined;
  /** All values of an option that can be repeated. */
  all(flag: string): string[];
  has(flag: string): boolean;
}

/** A command that is more than one operation. */
export interface Command {
  words: string;
  summary: string;
  /** As `FILE`. */
  arguments?: string;
  /** What each option is for; one that ends in a word takes a value: `object NAME`. */
  options: Record<string, string>;
  run(context: CommandContext): Promise<number>;
}

/** The flag of an entry like `object NAME`, and whether it takes a value. */
function flagsOf(command: Command): Map<string, boolean> {
  return new Map(Object.keys(command.options).map((key) => [key.split(' ', 1)[0] as string, key.includes(' ')]));
}

/** Runs a command on the words that follow its name. */
export async function runCommand(
  command: Command,
  words: readonly string[],
  terminal: Terminal,
  openHost: () => Promise<Host>,
): Promise<number> {
  const flags = flagsOf(command);
  const help = `kith ${command.words} --help`;
  const typed = splitArguments(words, (flag) => flags.get(flag) ?? false);
  if (typed.options.has('help')) {
    await terminal.out(helpOf(command));
    return 0;
  }
  for (const [flag, values] of typed.options) {
    const takesValue = flags.get(flag);
    if (takesValue === undefined) throw unknownOption(flag, [...flags.keys()], help);
    if (takesValue && values.includes(true)) throw new UsageError(`--${flag} needs a value.`, help);
  }
  return command.run({
    terminal,
    openHost,
    positional: typed.positional,
    option: (flag) => typed.options.get(flag)?.at(-1)?.toString(),
    all: (flag) => (typed.options.get(flag) ?? []).map(String),
    has: (flag) => typed.options.has(flag) && typed.options.get(flag)?.at(-1) !== 'false',
  });
}

function helpOf(command: Command): string {
  const usage = ['kith', command.words, command.arguments].filter(Boolean).join(' ');
  const lines = Object.entries(command.options).map(([flag, about]) => [`--${flag}`, about] as const);
  return `${command.summary}\n\nUsage: ${usage} [OPTIONS]\n\n${columns(lines)}\n`;
}

/** The one argument that a command needs. Throws UsageError. */
export function onlyArgument(command: Command, { positional }: CommandContext): string {
  const [first, second] = positional;
  const help = `kith ${command.words} --help`;
  if (first === undefined) throw new UsageError(`${command.arguments} is missing.`, help);
  if (second !== undefined) throw new UsageError(`'${second}' is one word too many.`, help);
  return first;
}

/** Refuses words that a command has no use for. */
export function noArguments(command: Command, { positional }: CommandContext): void {
  if (positional.length > 0)
    throw new UsageError(`'${positional[0]}' is one word too many.`, `kith ${command.words} --help`);
}
