import { Problem } from '#platform/errors';

/** OWASP's argon2id: 19 MiB, 2 passes, 1 lane. The hash carries them, so that they can be raised later. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const longest = 512;
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$a2l0aC1rZWVwcy10aW1lIQ$PJZzWsVHRhEy4xX4hFrTu3GqBBnvsUyYkq0DQMmHtMo';

const argon2 = () => import('@node-rs/argon2');

/** The same characters, however the keyboard composed them. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** The password's argon2id hash in PHC form. Takes tens of milliseconds, in another thread. Throws `password_unusable` under 10 and over 512 characters. */
export async function hashPassword(password: string): Promise<string> {
  const { length } = [...normalised(password)];
  if (length < 10 || password.length > longest) {
    throw new Problem('password_unusable', {
      detail: `A password has from 10 to ${longest} characters; this one has ${length}. A few words make a good one.`,
    });
  }
  return (await argon2()).hash(normalised(password), cost);
}

/** Whether it is the password of the hash. Without a hash (nobody by that name) it takes as long and says no. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { verify } = await argon2();
  const matches = await verify(hash ?? hashOfNobody, normalised(password.slice(0, longest)));
  return matches && hash !== undefined && password.length <= longest;
}
