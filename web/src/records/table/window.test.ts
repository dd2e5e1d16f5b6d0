import { describe, expect, it } from 'vitest';
import { scrollFor, trackOf } from './window.ts';

describe('the window of a long list', () => {
  it('draws the rows in view and a few around them', () => {
    expect(trackOf(3600, 720, 36, 10_000)).toMatchObject({ first: 92, last: 128, heightPx: 360_000, shiftPx: 0 });
  });

  it('reaches the last of a million rows within what a browser can draw', () => {
    const count = 1_000_000;
    const end = trackOf(12_000_000 - 720, 720, 36, count);
    expect(end.last).toBe(count - 1);
    expect(end.heightPx).toBe(12_000_000);
    expect((count - 1) * 36 + end.shiftPx).toBeCloseTo(12_000_000 - 36, 0);
  });

  it('scrolls just as far as a row needs to be seen', () => {
    expect(scrollFor(5, 0, 720, 36, 100)).toBeUndefined();
    expect(scrollFor(20, 0, 720, 36, 100)).toBe(36);
    expect(scrollFor(2, 360, 720, 36, 100)).toBe(72);
  });
});
