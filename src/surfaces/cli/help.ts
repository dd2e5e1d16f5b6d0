import { exitCodeHelp } from './exit-codes.ts';
import { type CommandEntry, commandsOf, type Manifest, type ModuleEntry, type OptionEntry } from './manifest.ts';
import { commonOptions } from './parse-command.ts';

const width = (lines: readonly (readonly [string, string])[]): number =>
  Math.min(34, Math.max(0, ...lines.map(([left]) => left.length)));

/** Two columns; a left side that is too long has the line for itself. */
export function columns(lines: readonly (readonly [string, string])[], indent = '  '): string {
  const left = width(lines);
  return lines
    .map(([name, about]) =>
      name.length > left
        ? `${indent}${name}\n${indent}${' '.repeat(left)}  ${about}`
        : `${indent}${name.padEnd(left)}  ${about}`,
    )
    .join('\n');
}

function moduleHelp(module: ModuleEntry): string {
  const lines = module.commands.map((command) => [command.words, command.summary] as const);
  return `${module.name}: ${module.summary}\n${columns(lines)}`;
}

/** All commands: those written by hand, and every operation by its module. */
export function generalHelp(manifest: Manifest, handWritten: readonly (readonly [string, string])[]): string {
  return `Kith, the CRM you host yourself.

Usage: kith COMMAND [ARGUMENTS] [--json] [--workspace ID]
       kith COMMAND --help

${columns(handWritten)}

${manifest.modules.map(moduleHelp).join('\n\n')}

The answer is on standard output, everything else on standard error. Commands ask the server that runs for KITH_HOME, or else start its database.
Exit codes: ${exitCodeHelp}
`;
}

/** The commands that begin with a word. */
export function groupHelp(manifest: Manifest, word: string): string | undefined {
  const commands = commandsOf(manifest).filter((command) => command.words.startsWith(`${word} `));
  if (commands.length === 0) return undefined;
  return `${columns(
    commands.map((command) => [`kith ${command.words}`, command.summary] as const),
    '',
  )}\n`;
}

function typeOf(option: OptionEntry): string {
  if (option.choices) return option.choices.join('|');
  return { text: 'TEXT', number: 'N', flag: '', list: 'A,B,…', json: 'JSON' }[option.type];
}

function aboutOf(option: OptionEntry): string {
  const notes = [
    option.required ? 'needed' : undefined,
    option.default === undefined || option.default === '' ? undefined : `${JSON.stringify(option.default)} unless told`,
  ].filter(Boolean);
  return [option.description, notes.length > 0 ? `(${notes.join(', ')})` : undefined].filter(Boolean).join(' ');
}

/** What one operation does and takes. */
export function commandHelp(command: CommandEntry): string {
  const named = command.options.filter((option) => !command.positional.includes(option.name));
  const positional = command.positional.map((name) => command.options.find((option) => option.name === name));
  const words = [
    ...positional.map((option) => (option?.required ? option.flag.toUpperCase() : `[${option?.flag.toUpperCase()}]`)),
    ...(command.upload ? ['FILE'] : []),
  ];
  const usable = Object.entries(commonOptions).filter(([flag]) => {
    if (flag === 'output') return command.kind === 'file';
    if (flag === 'if-match' || flag === 'idempotency-key') return command.kind === 'write';
    return flag !== 'unset' || command.options.some((option) => option.nullable);
  });
  const parts = [
    `${command.summary}\n\nUsage: kith ${[command.words, ...words].join(' ')}${named.length > 0 ? ' [OPTIONS]' : ''}`,
    section(
      'Arguments',
      positional.flatMap((option) => (option ? [[option.flag.toUpperCase(), aboutOf(option)] as const] : [])),
    ),
    section(
      'Options',
      named.map((option) => [`--${option.flag} ${typeOf(option)}`.trim(), aboutOf(option)] as const),
    ),
    section(
      'Always',
      usable.map(([flag, { takesValue, about }]) => [`--${flag}${takesValue ? ' VALUE' : ''}`, about] as const),
    ),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function section(title: string, lines: readonly (readonly [string, string])[]): string {
  return lines.length > 0 ? `${title}:\n${columns(lines)}` : '';
}
