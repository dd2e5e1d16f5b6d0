import { nearest } from '#platform/text';
import { type CommandEntry, kebab, type OptionEntry } from './manifest.ts';
import { UsageError } from './usage-error.ts';

/** Words and options as they were typed. */
export interface Arguments {
  positional: string[];
  /** By flag without the dashes; several values where it was given several times; true where it has none. */
  options: Map<string, (string | true)[]>;
}

/** Takes a command line apart. `takesValue` says of a flag whether the next word belongs to it. */
export function splitArguments(words: readonly string[], takesValue: (flag: string) => boolean): Arguments {
  const positional: string[] = [];
  const options: Arguments['options'] = new Map();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word === '--') {
      positional.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      if (word === '-h') options.set('help', [true]);
      else positional.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const flag = kebab(equals < 0 ? word.slice(2) : word.slice(2, equals));
    let value: string | true = equals < 0 ? true : word.slice(equals + 1);
    if (value === true && takesValue(flag) && at + 1 < words.length) {
      at += 1;
      value = words[at] as string;
    }
    options.set(flag, [...(options.get(flag) ?? []), value]);
  }
  return { positional, options };
}

/** Options that every command has. */
export const commonOptions: Record<string, { takesValue: boolean; about: string }> = {
  json: { takesValue: false, about: 'The answer as JSON.' },
  workspace: { takesValue: true, about: 'The workspace, by id or name; the first one unless told.' },
  input: { takesValue: true, about: 'The whole input as JSON, as @FILE, or - for standard input.' },
  output: { takesValue: true, about: 'Writes a file that is the answer here instead of standard output.' },
  'if-match': { takesValue: true, about: 'Only if the record still has this version.' },
  'idempotency-key': { takesValue: true, about: 'Makes a retry safe: the same key is done once.' },
  unset: { takesValue: true, about: 'Empties a field; can be repeated.' },
  help: { takesValue: false, about: 'What the command does and takes.' },
};

/** Whether a flag of a command is followed by its value. */
export function takesValueIn(command: CommandEntry): (flag: string) => boolean {
  const flags = new Map(command.options.map((option) => [option.flag, option.type !== 'flag']));
  return (flag) => flags.get(flag) ?? commonOptions[flag]?.takesValue ?? false;
}

/** The input of an operation from what was typed. Throws UsageError. */
export function inputFrom(
  command: CommandEntry,
  typed: Arguments,
  whole: Record<string, unknown>,
): Record<string, unknown> {
  const help = `kith ${command.words} --help`;
  const byFlag = new Map(command.options.map((option) => [option.flag, option]));
  const input: Record<string, unknown> = { ...whole };
  for (const [flag, values] of typed.options) {
    if (flag in commonOptions && !byFlag.has(flag)) continue;
    const [option, value] = byFlag.has(flag)
      ? [byFlag.get(flag), values]
      : [flag.startsWith('no-') ? byFlag.get(flag.slice(3)) : undefined, ['false']];
    if (!option) throw unknownOption(flag, [...byFlag.keys(), ...Object.keys(commonOptions)], help);
    input[option.name] = valueFrom(option, value, help);
  }
  const words = [...typed.positional];
  for (const name of command.positional) {
    const word = words.shift();
    const option = command.options.find((one) => one.name === name);
    if (word !== undefined) input[name] = option ? valueFrom(option, [word], help) : word;
  }
  if (words.length > 0) throw new UsageError(`'${words[0]}' is one word too many.`, help);
  for (const flag of typed.options.get('unset') ?? []) {
    const option = byFlag.get(kebab(String(flag)));
    if (!option?.nullable) throw unknownOption(String(flag), [...byFlag.keys()], help);
    input[option.name] = null;
  }
  const missing = command.options.find((option) => option.required && input[option.name] === undefined);
  if (missing) throw new UsageError(`${shownName(command, missing)} is missing.`, help);
  return input;
}

function shownName(command: CommandEntry, option: OptionEntry): string {
  return command.positional.includes(option.name) ? option.flag.toUpperCase() : `--${option.flag}`;
}

/** The refusal of a flag that is not there, with the one that was probably meant. */
export function unknownOption(flag: string, known: readonly string[], help: string): UsageError {
  const near = nearest(flag, known);
  return new UsageError(`There is no option --${flag} here.${near ? ` Did you mean --${near}?` : ''}`, help);
}

function valueFrom(option: OptionEntry, values: readonly (string | true)[], help: string): unknown {
  const wrong = (what: string) => new UsageError(`--${option.flag} ${what}.`, help);
  const last = values.at(-1) as string | true;
  if (option.type === 'flag') {
    if (last !== true && last !== 'true' && last !== 'false') throw wrong('is true or false');
    return last === true || last === 'true';
  }
  if (last === true) throw wrong('needs a value');
  if (option.type === 'number') {
    if (last.trim() === '' || !Number.isFinite(Number(last))) throw wrong(`is a number, and not '${last}'`);
    return Number(last);
  }
  if (option.type === 'list')
    return values
      .flatMap((value) => String(value).split(','))
      .map((one) => one.trim())
      .filter(Boolean);
  if (option.type === 'json') return jsonOf(last, wrong);
  if (option.choices && !option.choices.includes(last)) {
    const near = nearest(last, option.choices);
    const meant = near ? ` Did you mean '${near}'?` : '';
    throw new UsageError(`--${option.flag} is one of ${option.choices.join(', ')}, and not '${last}'.${meant}`, help);
  }
  return last;
}

function jsonOf(text: string, wrong: (what: string) => UsageError): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong(`takes JSON, as '{"city":"Berlin"}', and not '${text.slice(0, 60)}'`);
  }
}
