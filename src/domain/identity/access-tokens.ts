import {
  type CryptoKey,
  errors,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importJWK,
  importPKCS8,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Ports } from '#platform/context';
import type { Database } from '#platform/database';
import { looksLikeAccessToken } from './rules/tokens.ts';
import { deleteSigningKeysBefore, insertSigningKey, type StoredSigningKey, signingKeys } from './store/signing-keys.ts';
import { oneAtATime } from './store/workspaces.ts';

/** How long an access token is good, if its session lives. */
export const accessTokenMs = 15 * 60_000;
const newKeyEveryMs = 90 * 24 * 60 * 60_000;
/** Keys are read again this often, and when a token names one that is not known, but not more often than … */
const keysReadEveryMs = 60_000;
const keysReadAtMostEveryMs = 5000;

/** Servers of one database may differ by this much about what time it is. */
const clockToleranceSeconds = 5;

const issuer = 'kith';
const audience = 'kith-api';
const algorithm = 'RS256';
const type = 'at+jwt';

/** What an access token says. */
export interface AccessClaims {
  workspaceId: string;
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

interface KnownKeys {
  readAtMs: number;
  stored: readonly StoredSigningKey[];
  /** The public halves by id, the private half of the newest. */
  verifying: ReadonlyMap<string, CryptoKey>;
  signing: { id: string; key: CryptoKey } | undefined;
}

const known = new WeakMap<Database, Promise<KnownKeys>>();

async function readKeys(ports: Ports): Promise<KnownKeys> {
  const stored = await signingKeys(ports.database);
  const verifying = new Map<string, CryptoKey>();
  for (const { id, publicKey } of stored)
    verifying.set(id, (await importJWK(publicKey as JWK, algorithm)) as CryptoKey);
  const [newest] = stored;
  const signing = newest && { id: newest.id, key: await importPKCS8(openKey(ports, newest), algorithm) };
  return { readAtMs: ports.clock.now().getTime(), stored, verifying, signing };
}

async function keysOf(ports: Ports, olderThanMs = keysReadEveryMs): Promise<KnownKeys> {
  const nowMs = ports.clock.now().getTime();
  const before = await known.get(ports.database)?.catch(() => undefined);
  if (before && Math.abs(nowMs - before.readAtMs) < olderThanMs) return before;
  const reading = readKeys(ports);
  known.set(ports.database, reading);
  return reading;
}

const contextOf = (id: string) => `signing-key:${id}`;

function openKey({ vault }: Ports, { id, sealed, wrappedKey }: StoredSigningKey): string {
  const context = contextOf(id);
  return vault.open(sealed, vault.unwrap(wrappedKey, 'master', context), context).toString();
}

/** The key that signs now: a new one every 90 days, made by whichever process comes first. */
async function signingKey(ports: Ports): Promise<{ id: string; key: CryptoKey }> {
  const isFresh = ({ stored: [newest], signing }: KnownKeys) =>
    newest && ports.clock.now().getTime() - newest.createdAt.getTime() < newKeyEveryMs ? signing : undefined;
  const fresh = isFresh(await keysOf(ports));
  if (fresh) return fresh;
  return oneAtATime(ports.database, 'kith signing key', async () => {
    const made = isFresh(await keysOf(ports, 0));
    if (made) return made;
    await makeKey(ports);
    const { signing } = await keysOf(ports, 0);
    if (!signing) throw new Error('The signing key vanished while it was made.');
    return signing;
  });
}

async function makeKey({ vault, ids, clock, database }: Ports): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const id = ids.next();
  const context = contextOf(id);
  const sealing = vault.newKey();
  const { kty, n, e } = await exportJWK(publicKey);
  await insertSigningKey(database, {
    id,
    publicKey: { kty, n, e, kid: id, alg: algorithm, use: 'sig' },
    sealed: vault.seal(await exportPKCS8(privateKey), sealing, context),
    wrappedKey: vault.wrap(sealing, 'master', context),
    createdAt: clock.now(),
  });
  // What a key has signed is over long before the next but one is made.
  await deleteSigningKeysBefore(database, new Date(clock.now().getTime() - 2 * newKeyEveryMs));
}

/** The public halves of the keys that access tokens are signed with, as a JSON Web Key Set (RFC 7517). */
export async function publishedKeys(ports: Ports): Promise<{ keys: Record<string, unknown>[] }> {
  await signingKey(ports);
  return { keys: (await keysOf(ports)).stored.map(({ publicKey }) => publicKey) };
}

/** An access token (RFC 9068) for a session, good for 15 minutes. */
export async function issueAccessToken(ports: Ports, claims: Omit<AccessClaims, 'expiresAt'>): Promise<string> {
  const { id, key } = await signingKey(ports);
  const nowSeconds = Math.floor(ports.clock.now().getTime() / 1000);
  return new SignJWT({ wid: claims.workspaceId, sid: claims.sessionId })
    .setProtectedHeader({ alg: algorithm, typ: type, kid: id })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.userId)
    .setJti(ports.ids.next())
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + accessTokenMs / 1000)
    .sign(key);
}

/**
 * What a token says, if we have signed it and it has not expired; else undefined. The header decides nothing: the algorithm is ours, and
 * the key is one of ours by its id, wherever the token says that it could be had.
 */
export async function readAccessToken(ports: Ports, token: string): Promise<AccessClaims | undefined> {
  if (!looksLikeAccessToken(token)) return undefined;
  try {
    const { payload } = await jwtVerify(token, ({ kid = '' }) => verifyingKey(ports, kid), {
      algorithms: [algorithm],
      issuer,
      audience,
      typ: type,
      requiredClaims: ['sub', 'sid', 'wid', 'iat', 'exp'],
      currentDate: ports.clock.now(),
      maxTokenAge: accessTokenMs / 1000,
      clockTolerance: clockToleranceSeconds,
    });
    const { sub = '', sid, wid, exp = 0 } = payload;
    return { userId: sub, sessionId: String(sid), workspaceId: String(wid), expiresAt: new Date(exp * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function verifyingKey(ports: Ports, id: string): Promise<CryptoKey> {
  const key = (await keysOf(ports)).verifying.get(id) ?? (await keysOf(ports, keysReadAtMostEveryMs)).verifying.get(id);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}
