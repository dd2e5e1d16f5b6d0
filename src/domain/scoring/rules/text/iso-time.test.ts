import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from './iso-time.ts';

it('writes every time as the language does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (atMs) => {
      expect(isoTime(atMs)).toBe(new Date(atMs).toISOString());
    }),
  );
});
