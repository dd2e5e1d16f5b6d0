import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createVault, kmsKeys, openMasterKeys } from './index.ts';
import type { KeyWrapper } from './providers/contract.ts';
import { plainKeys } from './providers/plain.ts';
import { signedHeaders } from './providers/sign-v4.ts';

const folder = mkdtempSync(join(tmpdir(), 'kith-master-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secrets = { accessKeyId: 'AKID', secretAccessKey: 'secret-of-the-service', region: 'eu-central-1' };
const serviceKey = randomBytes(32);

/** A key-management service: it believes nobody whose signature is wrong, and never gives its key away. */
const service = createServer(async (request, reply) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { headers } = request;
  const stamp = String(headers['x-amz-date']);
  const now = new Date(stamp.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
  const given = { 'content-type': String(headers['content-type']), 'x-amz-target': String(headers['x-amz-target']) };
  const { authorization } = signedHeaders(new URL(`http://${headers.host}/`), given, body, {
    ...secrets,
    service: 'kms',
    now,
  });
  const refuse = (type: string) => reply.writeHead(400).end(JSON.stringify({ __type: `com.amazonaws.kms#${type}` }));
  if (authorization !== headers.authorization) return refuse('InvalidSignatureException');
  const input = JSON.parse(body) as { EncryptionContext: object; Plaintext?: string; CiphertextBlob?: string };
  const bound = Buffer.from(JSON.stringify(input.EncryptionContext));
  if (given['x-amz-target'] === 'TrentService.Encrypt') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', serviceKey, nonce).setAAD(bound);
    const sealed = Buffer.concat([cipher.update(Buffer.from(input.Plaintext ?? '', 'base64')), cipher.final()]);
    const blob = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    return reply.end(JSON.stringify({ CiphertextBlob: blob }));
  }
  try {
    const blob = Buffer.from(input.CiphertextBlob ?? '', 'base64');
    const decipher = createDecipheriv('aes-256-gcm', serviceKey, blob.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(bound).setAuthTag(blob.subarray(12, 28));
    const plain = Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]);
    return reply.end(JSON.stringify({ Plaintext: plain.toString('base64') }));
  } catch {
    return refuse('InvalidCiphertextException');
  }
});
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
afterAll(() => service.close());
const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
const kms = kmsKeys({ ...secrets, keyId: 'alias/kith', endpoint });

describe.each<[string, KeyWrapper]>([
  ['the rights of a file', plainKeys],
  ['a key-management service', kms],
])('master keys protected by %s', (name, wrapper) => {
  const home = join(folder, name.replaceAll(' ', '-'));

  test('a key comes back from its line, and another line does not open', async () => {
    const key = randomBytes(32);
    const line = await wrapper.wrap(key);
    expect(wrapper.wrapped(line)).toBe(true);
    expect(line).not.toContain('\n');
    expect(await wrapper.unwrap(line)).toEqual(key);
  });

  test('a rotation reaches every server of the home, and none ever meets something that it cannot open', async () => {
    const options = { home, wrapper, lookEveryMs: 30 };
    const servers = await Promise.all([openMasterKeys(options), openMasterKeys(options)]);
    const [one, two] = servers.map((masterKeys) => createVault({ masterKeys })) as [
      ReturnType<typeof createVault>,
      ReturnType<typeof createVault>,
    ];
    const secret = one.newKey();
    const old = one.wrap(secret, 'master', 'x');
    let rotating = true;
    const rotation = servers[0]?.rotate().then(() => {
      rotating = false;
    });
    while (rotating) {
      expect(two.unwrap(one.wrap(secret, 'master', 'x'), 'master', 'x')).toEqual(secret);
      expect(one.unwrap(two.wrap(secret, 'master', 'x'), 'master', 'x')).toEqual(secret);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await rotation;
    expect(two.unwrap(old, 'master', 'x')).toEqual(secret);
    const current = createVault({ masterKey: servers[0]?.all[0] as Buffer });
    expect(() => current.unwrap(old, 'master', 'x')).toThrow();
    expect(current.unwrap(one.wrap(secret, 'master', 'x'), 'master', 'x')).toEqual(secret);
    for (const server of servers) server.close();
  });
});

test('keys that lay open come under the protection of the service with the next rotation', async () => {
  const home = join(folder, 'moved');
  const before = await openMasterKeys({ home });
  before.close();
  const moved = await openMasterKeys({ home, wrapper: kms, lookEveryMs: 5 });
  expect(moved.all).toEqual(before.all);
  await moved.rotate();
  moved.close();
  expect(moved.all[1]).toEqual(before.all[0]);
  expect(readFileSync(join(home, 'master.key'), 'utf8').trim().split('\n')).toEqual([
    expect.stringMatching(/^kms:/),
    expect.stringMatching(/^kms:/),
  ]);
  await expect(openMasterKeys({ home })).rejects.toMatchObject({ code: 'master_key_unusable' });
});

test('a service that does not believe us stops the start, and its answer gives no secret away', async () => {
  const wrong = kmsKeys({ ...secrets, secretAccessKey: 'guessed', keyId: 'alias/kith', endpoint });
  const failure = openMasterKeys({ home: join(folder, 'refused'), wrapper: wrong });
  await expect(failure).rejects.toThrow(/refused to encrypt.*InvalidSignatureException/);
  await expect(failure).rejects.not.toThrow(/guessed/);
});

test('the signature is that of the test suite of AWS', () => {
  const headers = signedHeaders(new URL('https://example.amazonaws.com/'), {}, '', {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 'service',
    now: new Date('2015-08-30T12:36:00Z'),
  });
  expect(headers.authorization).toMatch(/Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b$/);
});
