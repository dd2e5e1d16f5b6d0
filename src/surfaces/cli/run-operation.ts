import { readFile } from 'node:fs/promises';
import type { Host } from '#surfaces/local';
import { commandHelp } from './help.ts';
import type { CommandEntry } from './manifest.ts';
import { type Arguments, inputFrom, splitArguments, takesValueIn } from './parse-command.ts';
import { printAnswer } from './print-answer.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Runs one operation as a command: `words` are what follows its name. */
export async function runOperation(
  command: CommandEntry,
  words: readonly string[],
  terminal: Terminal,
  openHost: () => Promise<Host>,
): Promise<void> {
  const typed = splitArguments(words, takesValueIn(command));
  if (typed.options.has('help')) return terminal.out(commandHelp(command));
  const last = (flag: string) => typed.options.get(flag)?.at(-1)?.toString();
  const file = command.upload ? takeFile(command, typed) : undefined;
  const input = inputFrom(command, typed, await wholeInput(last('input'), terminal));
  const version = last('if-match');
  if (version !== undefined && !/^\d{1,15}$/.test(version))
    throw new UsageError('--if-match takes the version of the record, as 3.', `kith ${command.words} --help`);
  const host = await openHost();
  const answer = await host.call({
    operation: command.operation,
    input: file === undefined ? input : { ...input, file: await host.putFile(file) },
    workspace: last('workspace'),
    expectedVersion: version === undefined ? undefined : Number(version),
    idempotencyKey: last('idempotency-key'),
  });
  const fields = input.fields as string[] | undefined;
  await printAnswer(answer, terminal, { json: typed.options.has('json'), fields, output: last('output') });
}

/** The file of an operation that takes one stands behind its other arguments. */
function takeFile(command: CommandEntry, typed: Arguments): string | undefined {
  return typed.positional.length > command.positional.length ? typed.positional.pop() : undefined;
}

async function wholeInput(from: string | undefined, terminal: Terminal): Promise<Record<string, unknown>> {
  if (from === undefined) return {};
  const text = from === '-' ? await all(terminal.input()) : from.startsWith('@') ? await readText(from.slice(1)) : from;
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through: both mistakes have one answer.
  }
  throw new UsageError(`--input takes a JSON object, as '{"firstName":"Ana"}', @FILE or -.`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

async function all(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
