/** What one line says of something that happened. */
export interface QuickLine {
  type: 'call' | 'email' | 'meeting' | 'sms' | 'note';
  /** Who it happened with, in the words of the line; undefined when it does not say. */
  who: string | undefined;
  durationMinutes: number | undefined;
  /** How many days ago it was. */
  daysAgo: number;
  subject: string;
}

const openings: [RegExp, QuickLine['type']][] = [
  [/^(?:called|call(?: with| to)?|phoned|rang|spoke (?:with|to)|talked (?:with|to))\s+/i, 'call'],
  [/^(?:e-?mailed|e-?mail(?: to)?|mailed|wrote(?: to)?)\s+/i, 'email'],
  [/^(?:met(?: with)?|meeting with|visited|(?:lunch|coffee|dinner|demo) with)\s+/i, 'meeting'],
  [/^(?:texted|sms(?: to)?|messaged)\s+/i, 'sms'],
  [/^(?:note(?: (?:on|about))?:?|noted:?)\s+/i, 'note'],
];
const labels = { call: 'Call', email: 'E-mail', meeting: 'Meeting', sms: 'SMS', note: 'Note' } as const;

const hoursAndMinutes =
  /(?<![\p{L}\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s*h(?:(?:ou)?rs?|)(?:\s*(\d{1,2})\s*(?:m(?:in(?:ute)?s?)?)?)?(?![\p{L}\d])/iu;
const minutesOnly = /(?<![\p{L}\d.,])(\d{1,4})\s*m(?:in(?:ute)?s?)?(?![\p{L}\d])/iu;
const inWords: [RegExp, number][] = [
  [/\bhalf an hour\b/i, 30],
  [/\ban hour and a half\b/i, 90],
  [/\ban hour\b/i, 60],
];
const gap = '\ue000';

/** Words that cannot belong to a name any more: with them the line begins to say what it was about. */
const ends = new Set(
  `about re regarding wants wanted asks asked says said needs needed likes liked will would is was has had for on at in to because who
   discussed agreed left no not sent told today yesterday concerning`.split(/\s+/),
);
const mostNameWords = 5;

/** Reads one line such as "called Ana 10m, wants pricing". A line that does not begin with what was done is a note. */
export function readQuickLine(text: string): QuickLine {
  const line = text.replaceAll(gap, ' ').replace(/\s+/g, ' ').trim();
  const opening = openings.find(([pattern]) => pattern.test(line));
  const type = opening?.[1] ?? 'note';
  const afterVerb = opening ? line.replace(opening[0], '') : line;
  const { rest, durationMinutes } = withoutDuration(afterVerb);
  const yesterday = /(^|[\s\ue000])yesterday\b/i;
  const daysAgo = yesterday.test(rest) ? 1 : 0;
  const told = rest.replace(yesterday, gap);
  const { who, about } = opening ? nameAtStart(told) : { who: undefined, about: told };
  const subject = sentence(about) || (who ? `${labels[type]} with ${who}` : labels[type]);
  return { type, who, durationMinutes, daysAgo, subject };
}

/** Takes the first duration out of a line; where it stood is a border of what stands around it. */
function withoutDuration(line: string): { rest: string; durationMinutes: number | undefined } {
  for (const [pattern, minutes] of inWords)
    if (pattern.test(line)) return { rest: line.replace(pattern, gap), durationMinutes: minutes };
  const long = hoursAndMinutes.exec(line);
  if (long) {
    const hours = Number((long[1] ?? '0').replace(',', '.'));
    return { rest: line.replace(long[0], gap), durationMinutes: Math.round(hours * 60) + Number(long[2] ?? 0) };
  }
  const short = minutesOnly.exec(line);
  if (short) return { rest: line.replace(short[0], gap), durationMinutes: Number(short[1]) };
  return { rest: line, durationMinutes: undefined };
}

/** The words of a name up to a border, and what follows. */
function nameAtStart(line: string): { who: string | undefined; about: string } {
  const border = /[,;:\ue000]|\s[-–—]\s|\.(?:\s|$)/.exec(line);
  const head = (border ? line.slice(0, border.index) : line).trim();
  const words = head === '' ? [] : head.split(' ');
  const end = words.findIndex((word, index) => index >= mostNameWords || (index > 0 && ends.has(word.toLowerCase())));
  const name = end < 0 ? words : words.slice(0, end);
  const rest = [...(end < 0 ? [] : words.slice(end)), border ? line.slice(border.index + border[0].length) : ''];
  return { who: name.length > 0 ? name.join(' ') : undefined, about: rest.join(' ') };
}

/** What is left of a line as a subject: without stray signs, with a capital letter. */
function sentence(text: string): string {
  const clean = text
    .replaceAll(gap, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/^(?:for|about|re|regarding|concerning)\b[:\s]*/i, '')
    .replace(/ ([,.;:])/g, '$1');
  return clean.charAt(0).toUpperCase() + clean.slice(1);
}
