import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createFetch } from './index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const inside = createFetch({ allowPrivate: ['127.0.0.1'], backOffMs: 5 });

test('an answer comes back whole, whatever its status', async () => {
  const url = await serve((request, response) => {
    response.statusCode = 404;
    request.pipe(response);
  });
  const { status, body } = await inside(url, {
    method: 'POST',
    body: 'Grüße',
    headers: { 'content-type': 'text/plain' },
  });
  expect([status, body.toString()]).toEqual([404, 'Grüße']);
});

test.each([
  'http://127.0.0.1/',
  'http://localhost:1/',
  'http://[::1]/',
  'http://0/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://172.31.255.255/',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://x',
  'http://user@example.com/',
  'nonsense',
  '',
])('%j is refused', async (url) => {
  await expect(createFetch()(url)).rejects.toMatchObject({ code: 'address_refused' });
});

test('a name that resolves to a private address is refused, also when only one of its addresses is', async () => {
  for (const addresses of [['10.0.0.1'], ['93.184.215.14', '127.0.0.1']]) {
    const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
    await expect(createFetch({ resolve })('http://innocent.example/')).rejects.toMatchObject({
      code: 'address_refused',
    });
  }
});

test('a name that changes its address after the check is connected to where it was checked', async () => {
  const url = new URL(await serve((_, response) => response.end('inside')));
  const answers = ['192.0.2.1', '127.0.0.1'];
  const resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
  const rebinding = createFetch({ resolve, allowPrivate: ['192.0.2.1'] });
  const attempt = rebinding(`http://rebind.example:${url.port}/`, { attempts: 1, timeoutMs: 200 });
  await expect(attempt).rejects.toMatchObject({ code: 'unreachable' });
  await expect(rebinding(`http://rebind.example:${url.port}/`)).rejects.toMatchObject({ code: 'address_refused' });
});

test('private names, addresses and ranges can be allowed', async () => {
  const url = await serve((_, response) => response.end('ok'));
  for (const allowed of ['127.0.0.1', '127.0.0.0/8', 'models.internal']) {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const host = allowed === 'models.internal' ? url.replace('127.0.0.1', 'models.internal') : url;
    expect((await createFetch({ allowPrivate: [allowed], resolve })(host)).status).toBe(200);
  }
});

test('a redirect is an answer, and nothing is followed', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  expect(await inside(url)).toMatchObject({ status: 302, headers: { location: 'http://10.0.0.1/' } });
});

test('an open connection is not lent to somebody who may not call there', async () => {
  const url = await serve((_, response) => response.end('ok'));
  const named = createFetch({ allowPrivate: ['localhost'] });
  expect((await named(url.replace('127.0.0.1', 'localhost'))).status).toBe(200);
  await expect(createFetch()(url.replace('127.0.0.1', 'localhost'))).rejects.toMatchObject({ code: 'address_refused' });
});

test.each([
  ['GET', undefined, 3],
  ['PUT', undefined, 3],
  ['POST', undefined, 1],
  ['POST', true, 3],
] as const)(
  'a %s with idempotent %s is tried %i times while the other side is busy',
  async (method, idempotent, expected) => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls++;
      response.writeHead(503).end();
    });
    const { status } = await inside(url, { method, ...(idempotent ? { idempotent } : {}) });
    expect([status, calls]).toEqual([503, expected]);
  },
);

test('what comes back on the second attempt is the answer', async () => {
  let calls = 0;
  const url = await serve((request, response) => (++calls === 1 ? request.destroy() : response.end('at last')));
  expect((await inside(url)).body.toString()).toBe('at last');
});

test('whoever asks for more patience than we have gets none', async () => {
  let calls = 0;
  const url = await serve((_, response) => {
    calls++;
    response.writeHead(429, { 'retry-after': '3600' }).end();
  });
  expect([(await inside(url)).status, calls]).toEqual([429, 1]);
});

test('silence ends after the time-out, also in the middle of an answer', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/half') response.writeHead(200).write('half');
  });
  for (const path of ['/', '/half']) {
    const started = performance.now();
    await expect(inside(url + path, { timeoutMs: 100, attempts: 1 })).rejects.toThrow(/no answer in time/);
    expect(performance.now() - started).toBeLessThan(10_000);
  }
});

test('an answer without end is cut off', async () => {
  const url = await serve((_, response) => {
    const more = () => void (!response.destroyed && response.write(Buffer.alloc(65_536), more));
    more();
  });
  await expect(inside(url, { maxBytes: 200_000 })).rejects.toMatchObject({ code: 'answer_too_large' });
});

test('nobody there is said plainly', async () => {
  await expect(inside('http://127.0.0.1:1/')).rejects.toThrow(/127.0.0.1:1 cannot be reached \(ECONNREFUSED\)/);
});

test('a vendor is replaced by a local server, with the same path; others stay refused', async () => {
  const url = await serve((request, response) => response.end(`${request.url} ${request.headers.traceparent}`));
  const fetch = createFetch({ vendors: { 'https://api.vendor.com': url }, traceparent: () => '00-ab-cd-01' });
  expect((await fetch('https://api.vendor.com/v1/people?q=1')).body.toString()).toBe('/v1/people?q=1 00-ab-cd-01');
  await expect(fetch(url)).rejects.toMatchObject({ code: 'address_refused' });
});
