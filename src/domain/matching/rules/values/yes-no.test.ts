import { expect, test } from 'vitest';
import { normaliseYesNo } from './yes-no.ts';

test.each(['yes', 'Y', 'TRUE', '1', ' Ja ', 'oui', 'Sí', 'да', 'はい', '✓', 'Opted-in'])('%s is yes', (text) => {
  expect(normaliseYesNo(text).value).toBe(true);
});

test.each(['no', 'N', 'false', '0', 'Nein', 'não', 'нет', 'unsubscribed', 'Hayır'])('%s is no', (text) => {
  expect(normaliseYesNo(text).value).toBe(false);
});

test('anything else is refused, never taken for consent', () => {
  for (const text of ['maybe', '', '2', '-', 'yes or no', 'x'.repeat(1_000_000)])
    expect(normaliseYesNo(text).problem).toMatch(/\S/);
});
