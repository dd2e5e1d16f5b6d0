import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { clamdScanner } from './clamd.ts';
import { eicar, localClamd } from './clamd-fixture.ts';

const clamd = await localClamd();
afterAll(() => clamd.close());
const scan = (content: string | Buffer, address = clamd.address) =>
  clamdScanner(address).scan(Readable.from(content.length > 0 ? [Buffer.from(content)] : []));

test.each([0, 1, 64 * 1024, 64 * 1024 + 1, 1024 ** 2])(
  '%i clean bytes are clean, and all of them were sent',
  async (size) => {
    const before = clamd.scanned;
    expect(await scan(Buffer.alloc(size, 'a'))).toEqual({ result: 'clean' });
    expect(clamd.scanned - before).toBe(size);
  },
);

test('the test virus is found, wherever it stands', async () => {
  for (const content of [eicar, `${'x'.repeat(64 * 1024 - 30)}${eicar}`])
    expect(await scan(content)).toEqual({ result: 'infected', found: 'Eicar-Test-Signature' });
});

test('what is larger than the scanner takes is told as that', async () => {
  expect(await scan(Buffer.alloc(11 * 1024 ** 2))).toMatchObject({
    result: 'failed',
    found: expect.stringContaining('StreamMaxLength'),
  });
});

test('a scanner that is not there, or says what it should not, throws', async () => {
  await expect(scan('x', '/nowhere/clamd.ctl')).rejects.toThrow(/ENOENT/);
  const odd = createServer((socket) => {
    socket.on('error', () => undefined).end('COMMAND READ TIMED OUT ERROR\0');
  });
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  const { port } = odd.address() as { port: number };
  await expect(scan('x', `127.0.0.1:${port}`)).rejects.toThrow(/READ TIMED OUT/);
  odd.close();
});

test('a content that cannot be read is no clean one', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('x');
    throw new Error('the disk is gone');
  }
  await expect(clamdScanner(clamd.address).scan(broken())).rejects.toThrow('the disk is gone');
});
