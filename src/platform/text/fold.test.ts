import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldWords } from './index.ts';

test('case and accents are folded away', () => {
  expect(fold('ÉLODIE Müller')).toBe('elodie muller');
  expect(fold('Straße Ærø Łódź İzmir')).toBe('strasse aero lodz izmir');
});

test('scripts without accents keep their letters', () => {
  expect(fold('がくせい')).toBe('がくせい');
  expect(fold('हिन्दी')).toBe('हिन्दी');
  expect(fold('한국어')).toBe('한국어');
});

test('wide letters equal plain ones', () => {
  expect(fold('ＡＢＣ')).toBe('abc');
});

test('folding twice changes nothing, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
});

test('words are separated by one space and punctuation is gone', () => {
  expect(foldWords('  E-Mail_1 - Válue ')).toBe('e mail 1 value');
  expect(foldWords('電話（会社）')).toBe('電話 会社');
  expect(foldWords('---')).toBe('');
});
