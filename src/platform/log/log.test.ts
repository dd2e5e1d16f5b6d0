import { expect, test } from 'vitest';
import { createLog, type Log, requestIdFrom } from './index.ts';

function listen(pretty = false): { log: Log; text: () => string } {
  const lines: string[] = [];
  const log = createLog({ level: 'info', pretty, write: (line) => lines.push(line) });
  return { log, text: () => lines.join('') };
}

test('a line is JSON with its level, time and fields', () => {
  const { log, text } = listen();
  log.child({ requestId: 'r1' }).info({ rows: 3 }, 'Imported');
  expect(JSON.parse(text())).toEqual({
    level: 30,
    time: expect.any(Number),
    requestId: 'r1',
    rows: 3,
    msg: 'Imported',
  });
});

test('what is below the level is not written', () => {
  const { log, text } = listen();
  log.debug('quiet');
  expect(text()).toBe('');
});

test.each([
  { password: 'hunter2' },
  { req: { headers: { authorization: 'Basic hunter2', cookie: ['hunter2'] } } },
  { a: [{ b: { accessToken: 'hunter2' } }] },
  { apiKey: { value: 'hunter2' }, key: 'hunter2' },
  { a: { b: { c: { d: { e: { f: { g: { password: 'hunter2' } } } } } } } },
  { err: Object.assign(new Error('refused'), { config: { auth: { clientSecret: 'hunter2' } } }) },
  { err: Object.assign(new Error('duplicate'), { severity: 'ERROR', routine: 'x', detail: 'Key (name)=(hunter2)' }) },
  { cause: Object.assign(new Error('late'), { password: 'hunter2' }), list: [{ token: 'hunter2' }] },
  { url: 'postgres://kith:hunter2@localhost/kith' },
  { path: '/sign-in?token=hunter2&next=/' },
  { note: 'Authorization: Bearer hunter2hunter2' },
  { note: 'used kith_hunter2hunter2hunter2' },
  { err: new Error('550 no mailbox hunter2@example.co.uk') },
])('secrets never reach the log: %j', (fields) => {
  const { log, text } = listen();
  log.info(fields, 'said');
  log.child(fields).info('said');
  expect(text()).toContain('said');
  expect(text()).not.toContain('hunter2');
});

test('what only speaks about a secret stays readable', () => {
  const { log, text } = listen();
  log.info({ keyId: 'ak_1', tokenCount: 3, hasPassword: true }, 'ok');
  expect(JSON.parse(text())).toMatchObject({ keyId: 'ak_1', tokenCount: 3, hasPassword: true });
});

test('an error keeps its type and message, wherever it stands', () => {
  const { log, text } = listen();
  log.error(new TypeError('late'));
  expect(JSON.parse(text()).err).toMatchObject({
    type: 'TypeError',
    message: 'late',
    stack: expect.stringContaining('TypeError: late'),
  });
});

test('a ring in the fields does not end the process', () => {
  const { log, text } = listen();
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  log.info({ ring }, 'round');
  expect(text()).toContain('round');
});

test('on a terminal a line is short, and an error shows its stack', () => {
  const { log, text } = listen(true);
  log.warn({ handler: 'scoring', lag: 2, err: new Error('late') }, 'Behind');
  expect(text()).toMatch(/^\d\d:\d\d:\d\d warn {2}Behind handler=scoring lag=2\n {4}Error: late\n {4} {4}at /);
});

test.each(['', 'short', 'a b c d e f g h', 'x'.repeat(65), '<script>alert(1)</script>', undefined, ['a', 'b']])(
  'a request id %j is replaced',
  (header) => {
    expect(requestIdFrom(header)).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test("a caller's own request id is kept", () => {
  expect(requestIdFrom('0192f1c3-d4e5')).toBe('0192f1c3-d4e5');
});
