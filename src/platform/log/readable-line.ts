import { styleText } from 'node:util';

const levels: Record<number, { word: string; style: Parameters<typeof styleText>[0] }> = {
  10: { word: 'trace', style: 'gray' },
  20: { word: 'debug', style: 'gray' },
  30: { word: 'info ', style: 'green' },
  40: { word: 'warn ', style: 'yellow' },
  50: { word: 'error', style: 'red' },
  60: { word: 'fatal', style: ['red', 'bold'] },
};
const leftOut = new Set(['level', 'time', 'msg', 'err', 'pid', 'hostname']);

function shownValue(value: unknown): string {
  if (typeof value === 'string') return /^[\w./:@+-]+$/.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

function stackOf(line: Record<string, unknown>): string {
  const { err } = line;
  if (typeof err !== 'object' || err === null || !('stack' in err)) return '';
  return `\n${String(err.stack).replaceAll(/^/gm, '    ')}`;
}

/** One line of JSON from the log → one short line for a person, the stack of an error indented below. Text that is not JSON stays as it is. */
export function readableLine(json: string, colour: boolean): string {
  let line: Record<string, unknown>;
  try {
    line = JSON.parse(json);
  } catch {
    return json;
  }
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const { word, style } = levels[Number(line.level)] ?? { word: String(line.level), style: 'white' };
  const fields = Object.entries(line)
    .filter(([key]) => !leftOut.has(key))
    .map(([key, value]) => `${key}=${shownValue(value)}`);
  const time = new Date(Number(line.time)).toTimeString().slice(0, 8);
  const tail = fields.length > 0 ? ` ${paint('gray', fields.join(' '))}` : '';
  return `${paint('gray', time)} ${paint(style, word)} ${line.msg ?? ''}${tail}${stackOf(line)}\n`;
}
