import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from './index.ts';

test.each([
  ['[A-Z]{2}[0-9]+', ['AB1', 'XY123'], ['A1', 'AB', 'ab1', 'AB1x']],
  ['(red|green)( light)?', ['red', 'green light'], ['blue', 'red light light']],
  ['\\d{3}-\\d{2,4}', ['123-45', '123-4567'], ['12-34', '123-45678']],
  ['[^x-z]*', ['', 'abc'], ['ax']],
  ['^a.c$', ['abc', 'a€c'], ['ac', 'abbc']],
  ['(a|b)*c', ['c', 'abac'], ['ab', 'abd']],
  ['a{0,2}', ['', 'a', 'aa'], ['aaa']],
])('%s matches whole texts', (pattern, good, wrong) => {
  for (const text of good) expect(compilePattern(pattern)(text)).toBe(true);
  for (const text of wrong) expect(compilePattern(pattern)(text)).toBe(false);
});

test('it agrees with regular expressions on what both know', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|bb)', '(ab)');
  const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '{2}')).map((parts) => parts.join(''));
  const pattern = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(pattern, text, (one, given) => compilePattern(one)(given) === new RegExp(`^(?:${one})$`).test(given)),
  );
});

test('a pattern that is slow elsewhere takes no time here', () => {
  const began = performance.now();
  expect(compilePattern('(a*)*(a|aa)*b')('a'.repeat(5000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});

test.each(['(', ')', '[a', '*a', 'a{3,2}', 'a{999}', '\\q', '(?=a)', 'a^b', '((a{200}){200}){200}', 'x'.repeat(300)])(
  '%j is refused',
  (pattern) => {
    expect(() => compilePattern(pattern)).toThrowError(expect.objectContaining({ code: 'validation_failed' }));
  },
);
