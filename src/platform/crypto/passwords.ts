import { Problem } from '#platform/errors';

/** OWASP's argon2id: 19 MiB, 2 passes, 1 lane. The hash carries them, so that they can be raised later. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** In characters. */
export const shortestPassword = 10;
const longest = 512;
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$a2l0aC1rZWVwcy10aW1lIQ$PJZzWsVHRhEy4xX4hFrTu3GqBBnvsUyYkq0DQMmHtMo';

const argon2 = () => import('@node-rs/argon2');
const bcrypt = () => import('bcryptjs');

/** How bcrypt's hashes begin, as other systems bring them along: `$2b$12$…`. A cost over 16 would take minutes. */
const ofBcrypt = /^\$2[aby]\$(0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}$/;

/** The same characters, however the keyboard composed them. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** The password's argon2id hash in PHC form. Takes tens of milliseconds, in another thread. Throws `password_unusable` under 10 and over 512 characters. */
export async function hashPassword(password: string): Promise<string> {
  const { length } = [...normalised(password)];
  if (length < shortestPassword || password.length > longest) {
    throw new Problem('password_unusable', {
      detail: `A password has from ${shortestPassword} to ${longest} characters; this one has ${length}. A few words make a good one.`,
    });
  }
  return (await argon2()).hash(normalised(password), cost);
}

/** Whether a hash is weaker than those that `hashPassword` makes now: with the next right password it shall be replaced. */
export function isOutdatedHash(hash: string): boolean {
  return !hash.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`);
}

/** Whether it is the password of the hash, argon2id's or bcrypt's. Without a hash (nobody by that name) it takes as long and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  if (hash !== undefined && ofBcrypt.test(hash))
    return password.length <= longest && (await bcrypt()).compare(password, hash);
  const { verify } = await argon2();
  const matches = await verify(hash ?? hashOfNobody, normalised(password.slice(0, longest)));
  return matches && hash !== undefined && password.length <= longest;
}
