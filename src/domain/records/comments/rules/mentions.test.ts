import { expect, test } from 'vitest';
import { mentionsIn, withRealNames } from './mentions.ts';

const ana = `us_${'a'.repeat(32)}`;
const bo = `us_${'b'.repeat(32)}`;

test.each([
  [`Ask @[Ana](${ana}) and @[Bo](${bo}), or @[Ana S.](${ana})`, [ana, bo]],
  ['nobody@example.com wrote', []],
  [`@[Ana](us_1) @(${ana}) [Ana](${ana}) @[A\nna](${ana})`, []],
  [`@[](${ana})`, [ana]],
  [`@[@[Ana](${ana})`, [ana]],
])('%j mentions %j', (text, ids) => {
  expect(mentionsIn(text)).toEqual(ids);
});

test('a mention bears the real name, which cannot break out of it', () => {
  const names = new Map([[ana, 'Ana [CEO](x)']]);
  expect(withRealNames(`@[The boss](${ana}) @[Bo](${bo})`, names)).toBe(`@[Ana  CEO (x)](${ana}) @[Bo](${bo})`);
});

test('a text made of nothing but beginnings is read in no time', () => {
  const started = performance.now();
  mentionsIn('@['.repeat(5000));
  expect(performance.now() - started).toBeLessThan(500);
});
