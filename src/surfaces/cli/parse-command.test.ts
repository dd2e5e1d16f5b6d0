import { expect, test } from 'vitest';
import type { CommandEntry } from './manifest.ts';
import { inputFrom, splitArguments, takesValueIn } from './parse-command.ts';

const command: CommandEntry = {
  operation: 'contacts.update',
  words: 'contacts update',
  summary: 'Changes a contact.',
  kind: 'write',
  positional: ['id'],
  options: [
    { name: 'id', flag: 'id', type: 'text', required: true },
    { name: 'firstName', flag: 'first-name', type: 'text', nullable: true },
    { name: 'sort', flag: 'sort', type: 'text' },
    { name: 'limit', flag: 'limit', type: 'number' },
    { name: 'gdprConsent', flag: 'gdpr-consent', type: 'flag' },
    { name: 'tags', flag: 'tags', type: 'list' },
    { name: 'filter', flag: 'filter', type: 'json' },
    { name: 'stage', flag: 'stage', type: 'text', choices: ['lead', 'customer'] },
  ],
};

function parse(...words: string[]): Record<string, unknown> {
  return inputFrom(command, splitArguments(words, takesValueIn(command)), {});
}

test('values become what the input wants', () => {
  const words = ['ct_1', '--first-name', 'Ana', '--limit=5', '--gdpr-consent', '--tags', 'a, b', '--tags', 'c'];
  expect(parse(...words, '--filter', '{"city":{"eq":"Berlin"}}')).toEqual({
    id: 'ct_1',
    firstName: 'Ana',
    limit: 5,
    gdprConsent: true,
    tags: ['a', 'b', 'c'],
    filter: { city: { eq: 'Berlin' } },
  });
});

test('a name may be written as in the API, a value may begin with a dash, and -- ends the options', () => {
  expect(parse('--firstName', 'Ana', '--sort', '-createdAt', '--', '--odd')).toEqual({
    id: '--odd',
    firstName: 'Ana',
    sort: '-createdAt',
  });
});

test('a flag can be denied, and a field emptied', () => {
  expect(parse('ct_1', '--no-gdpr-consent', '--unset', 'first-name')).toEqual({
    id: 'ct_1',
    gdprConsent: false,
    firstName: null,
  });
});

test.each([
  [['ct_1', '--frst-name', 'Ana'], 'There is no option --frst-name here. Did you mean --first-name?'],
  [['--first-name', 'Ana'], 'ID is missing.'],
  [['ct_1', 'ct_2'], "'ct_2' is one word too many."],
  [['ct_1', '--limit', 'many'], "--limit is a number, and not 'many'."],
  [['ct_1', '--first-name'], '--first-name needs a value.'],
  [['ct_1', '--filter', '{city'], `--filter takes JSON, as '{"city":"Berlin"}', and not '{city'.`],
  [['ct_1', '--stage', 'custmer'], "--stage is one of lead, customer, and not 'custmer'. Did you mean 'customer'?"],
  [['ct_1', '--unset', 'tags'], 'There is no option --tags here.'],
])('%j is refused with what to do', (words, message) => {
  expect(() => parse(...words)).toThrow(message);
});
