import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './index.ts';

const masterKey = Buffer.alloc(32, 7);
const vault = createVault({ masterKey });
const key = vault.newKey();

test('what was sealed opens again, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      expect(vault.open(vault.seal(text, key, context), key, context).toString()).toBe(Buffer.from(text).toString());
    }),
  );
});

test('the same text is sealed differently each time', () => {
  const seals = Array.from({ length: 2000 }, () => vault.seal('Ada', key, 'p').toString('hex'));
  expect(new Set(seals).size).toBe(2000);
});

test('a changed bit anywhere breaks the seal', () => {
  const sealed = vault.seal('Ada', key, 'p');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(changed, key, 'p')).toThrow(expect.objectContaining({ code: 'seal_broken' }));
  }
});

test.each([
  ['another context', () => vault.open(vault.seal('Ada', key, 'person:1'), key, 'person:2')],
  ['another key', () => vault.open(vault.seal('Ada', key, 'p'), vault.newKey(), 'p')],
  ['half of it', () => vault.open(vault.seal('Ada', key, 'p').subarray(0, 20), key, 'p')],
  ['nothing', () => vault.open(Buffer.alloc(0), key, 'p')],
  ['a wrapped key read as data', () => vault.open(vault.wrap(vault.newKey(), key, 'p'), key, 'p')],
  ['data read as a key', () => vault.unwrap(vault.seal(vault.newKey(), key, 'p'), key, 'p')],
])('%s does not open', (_, opening) => {
  expect(opening).toThrow(expect.objectContaining({ code: 'seal_broken' }));
});

test('a person key comes back through the workspace key and the master key', () => {
  const workspaceKey = vault.newKey();
  const personKey = vault.newKey();
  const wrappedWorkspace = vault.wrap(workspaceKey, 'master', 'workspace:1');
  const wrappedPerson = vault.wrap(personKey, workspaceKey, 'person:1');
  const again = createVault({ masterKey: Buffer.from(masterKey) });
  expect(again.unwrap(wrappedPerson, again.unwrap(wrappedWorkspace, 'master', 'workspace:1'), 'person:1')).toEqual(
    personKey,
  );
});

test('a master key of another length is refused', () => {
  expect(() => createVault({ masterKey: Buffer.alloc(16) })).toThrow(/has 32 bytes/);
});

test('sealing 5,000 small texts takes no time worth noticing', () => {
  const text = JSON.stringify({ firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' });
  const bestOf = Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      for (let n = 0; n < 5000; n++) vault.seal(text, key, 'person:0192f1c3-d4e5-7600-8192-0a0b0c0d0e0f');
      return performance.now() - start;
    }),
  );
  // About 25 ms on a quiet machine; the rest is room for a busy one.
  expect(bestOf).toBeLessThan(1500);
});
