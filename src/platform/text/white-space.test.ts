import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapseSpace } from './index.ts';

test('runs of any white space become one space', () => {
  expect(collapseSpace('\u00a0 a \t\r\n\u3000b\u200b ')).toBe('a b');
});

test('text that is in order is returned as it is', () => {
  expect(collapseSpace('Ana de la Cruz')).toBe('Ana de la Cruz');
});

test('collapsing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => collapseSpace(collapseSpace(text)) === collapseSpace(text)),
  );
});
