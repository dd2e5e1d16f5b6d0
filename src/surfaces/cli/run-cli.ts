import { nearest } from '#platform/text';
import type { Host } from '#surfaces/local';
import { runCommand } from './commands/command.ts';
import { handWritten } from './commands/hand-written.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { generalHelp, groupHelp } from './help.ts';
import { commandsOf, type Manifest, readManifest } from './manifest.ts';
import { runOperation } from './run-operation.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface CliOptions {
  terminal: Terminal;
  version: string;
  /** Commands that are processes, with what they do; they are started elsewhere. */
  processes: Readonly<Record<string, string>>;
  /** The server of the home, or else this process. Called once at most, when a command needs it. */
  openHost(note: (line: string) => void): Promise<Host>;
  /** Told about errors that nobody expected. */
  refusalOf(
    error: unknown,
  ): { status: number; message: string; problem: Readonly<Record<string, unknown>> } | undefined;
}

/** Runs one command and answers its exit code. */
export async function runCli(words: readonly string[], options: CliOptions): Promise<number> {
  const { terminal } = options;
  let opened: Promise<Host> | undefined;
  const openHost = () => {
    opened ??= options.openHost((line) => terminal.note(`${line}\n`));
    return opened;
  };
  try {
    return await dispatch(words, options, openHost);
  } catch (error) {
    return explain(error, words, options);
  } finally {
    await opened?.then((host) => host.close()).catch(() => undefined);
  }
}

async function dispatch(words: readonly string[], options: CliOptions, openHost: () => Promise<Host>): Promise<number> {
  const { terminal, processes, version } = options;
  const manifest = readManifest();
  const [first] = words;
  if (first === '--version') {
    await terminal.out(`${version}\n`);
    return exitCodes.done;
  }
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && words.length === 1)) {
    await terminal.out(generalHelp(manifest, handWrittenHelp(processes)));
    return exitCodes.done;
  }
  if (first === 'help') return dispatch([...words.slice(1), '--help'], options, openHost);
  if (first in processes) return processHelp(words, terminal, processes[first] as string);
  const own = handWritten.find((command) => begins(words, command.words));
  const operation = commandsOf(manifest).find((one) => begins(words, one.words));
  // `demo get` is an operation, though `demo` alone is not.
  if (operation && (!own || operation.words.length > own.words.length)) {
    await runOperation(operation, words.slice(wordCount(operation.words)), terminal, openHost);
    return exitCodes.done;
  }
  if (own) return runCommand(own, words.slice(wordCount(own.words)), terminal, openHost);
  const group = words.slice(1).every((word) => word.startsWith('-')) ? groupHelp(manifest, first) : undefined;
  if (!group) throw unknownCommand(words, manifest, Object.keys(processes));
  await terminal.out(group);
  return exitCodes.done;
}

const wordCount = (text: string): number => text.split(' ').length;

function begins(words: readonly string[], command: string): boolean {
  return command.split(' ').every((word, at) => words[at] === word);
}

function handWrittenHelp(processes: CliOptions['processes']): [string, string][] {
  return [
    ...Object.entries(processes),
    ...handWritten.map((one): [string, string] => [[one.words, one.arguments].filter(Boolean).join(' '), one.summary]),
  ];
}

async function processHelp(words: readonly string[], terminal: Terminal, summary: string): Promise<number> {
  const [name, option] = words;
  if (option !== '--help' && option !== '-h')
    throw new UsageError(
      `'${option}' is one word too many: what ${name} needs stands in the environment (see .env.example).`,
    );
  await terminal.out(
    `${summary}\n\nUsage: kith ${name}\n\nIts settings stand in the environment or in .env: see .env.example.\n`,
  );
  return exitCodes.done;
}

function unknownCommand(words: readonly string[], manifest: Manifest, processes: readonly string[]): UsageError {
  const at = words.findIndex((word) => word.startsWith('-'));
  const typed = (at < 0 ? words : words.slice(0, at)).slice(0, 3);
  const known = [...commandsOf(manifest).map((one) => one.words), ...handWritten.map((one) => one.words), ...processes];
  const groups = [...new Set(known.map((words) => words.split(' ')[0] as string))];
  const meant =
    [3, 2, 1].map((count) => nearest(typed.slice(0, count).join(' '), known)).find(Boolean) ??
    nearest(typed[0] ?? '', groups);
  const group = groups.includes(typed[0] ?? '') ? `kith ${typed[0]} --help` : 'kith --help';
  return new UsageError(
    `There is no command '${typed.slice(0, 2).join(' ')}'.${meant ? ` Did you mean '${meant}'?` : ''}`,
    group,
  );
}

function explain(error: unknown, words: readonly string[], { terminal, refusalOf }: CliOptions): number {
  if (error instanceof UsageError) {
    terminal.note(`kith: ${error.message}\nSee: ${error.help}\n`);
    return exitCodes.usage;
  }
  const refusal = refusalOf(error);
  if (!refusal) {
    terminal.note(`kith: ${(error as Error).stack ?? String(error)}\n`);
    return exitCodes.refused;
  }
  if (words.includes('--json')) terminal.note(`${JSON.stringify(refusal.problem)}\n`);
  else terminal.note(`kith: ${refusal.message}\n${mistakesOf(refusal.problem)}`);
  return exitCodeOf(refusal.status);
}

function mistakesOf(problem: Readonly<Record<string, unknown>>): string {
  const mistakes = Array.isArray(problem.errors) ? (problem.errors as { path?: string; message?: string }[]) : [];
  if (mistakes.length < 2) return '';
  return mistakes.map(({ path, message }) => `  ${path}: ${message}\n`).join('');
}
