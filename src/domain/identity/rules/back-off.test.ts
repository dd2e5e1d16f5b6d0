import { expect, test } from 'vitest';
import { type Failures, failedOnceMore, patienceWithEmail, senderOf, waitMs } from './back-off.ts';

test('a few mistakes cost nothing, more of them cost time, and never for ever', () => {
  let failures: Failures | undefined;
  const waits: number[] = [];
  for (let i = 0; i < 40; i++) {
    failures = failedOnceMore(failures, patienceWithEmail, 1000);
    waits.push(waitMs(failures, patienceWithEmail, 1000));
  }
  expect(waits.slice(0, 7)).toEqual([0, 0, 0, 0, 1000, 2000, 4000]);
  expect(Math.max(...waits)).toBe(60_000);
  expect(waitMs(failures, patienceWithEmail, 62_000)).toBe(0);
});

test('an hour of peace forgets everything', () => {
  const many = { count: 99, lastMs: 0 };
  expect(failedOnceMore(many, patienceWithEmail, 60 * 60_000 + 1)).toEqual({ count: 1, lastMs: 60 * 60_000 + 1 });
});

test('an IPv6 customer counts once, whatever the last half of the address', () => {
  expect(senderOf('2001:db8:1:2:aaaa::1')).toBe(senderOf('2001:db8:1:2:bbbb:cccc:0:7'));
  expect(senderOf('2001:db8::1')).toBe(senderOf('2001:DB8:0:0:1::2'));
  expect(senderOf('2001:db8:1:3::1')).not.toBe(senderOf('2001:db8:1:2::1'));
  expect(senderOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(senderOf('::1')).toBe('0:0:0:0');
});
