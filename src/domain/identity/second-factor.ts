import { Secret, TOTP } from 'otpauth';
import type { Context, Ports } from '#platform/context';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { beginAttempt } from './attempts.ts';
import { recoveryCodeUsed } from './events.ts';
import { normalisedRecoveryCode, recoveryCode } from './rules/recovery-codes.ts';
import {
  replaceRecoveryCodes,
  type SecondFactorRow,
  secondFactorOf,
  spendRecoveryCode,
  spendStep,
} from './store/second-factors.ts';

const periodMs = 30_000;
/** As many time steps a clock may be off, to either side. */
const toleratedSteps = 1;
const recoveryCodes = 10;
const contextOf = (userId: string) => `second-factor:${userId}`;

function totpOf(secret: Secret, label = 'user'): TOTP {
  return new TOTP({ issuer: 'Kith', label, secret, period: periodMs / 1000, digits: 6, algorithm: 'SHA1' });
}

/** A new secret of 160 bits: for the authenticator, as an address that it scans (`otpauth://…`), and sealed, to be stored. */
export function newSecret({ vault }: Ports, userId: string, email: string) {
  const secret = new Secret({ size: 20 });
  const key = vault.newKey();
  const context = contextOf(userId);
  return {
    secret: secret.base32,
    uri: totpOf(secret, email).toString(),
    sealed: vault.seal(Buffer.from(secret.bytes), key, context),
    wrappedKey: vault.wrap(key, 'master', context),
  };
}

function openSecret({ vault }: Ports, userId: string, { sealed, wrappedKey }: SecondFactorRow): Secret {
  const context = contextOf(userId);
  const bytes = vault.open(sealed, vault.unwrap(wrappedKey, 'master', context), context);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}

const recoveryHash = (userId: string, code: string): Buffer => hashToken(`recovery ${userId} ${code}`);

/** Ten new recovery codes, in the place of those before. They are shown this once; hashes of them are stored. */
export function issueRecoveryCodes(context: Context, userId: string): string[] {
  const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(hashToken(newToken(''))));
  const hashes = codes.map((code) => recoveryHash(userId, normalisedRecoveryCode(code) ?? ''));
  replaceRecoveryCodes(context.tx, userId, hashes);
  return codes;
}

/** The code of the authenticator, which works once; whether it was right. */
export async function spendAuthenticatorCode(context: Context, userId: string, code: string): Promise<boolean> {
  const factor = await secondFactorOf(context.tx, userId);
  if (!factor || !/^\d{6}$/.test(code)) return false;
  const timestamp = context.now.getTime();
  const totp = totpOf(openSecret(context.ports, userId, factor));
  const delta = totp.validate({ token: code, timestamp, window: toleratedSteps });
  return delta !== null && spendStep(context.tx, userId, Math.floor(timestamp / periodMs) + delta);
}

/** A code of the authenticator or a recovery code, used up; whether it was right. */
export async function spendCode(context: Context, userId: string, given: string): Promise<boolean> {
  const factor = await secondFactorOf(context.tx, userId);
  if (!factor?.confirmedAt) return false;
  if (await spendAuthenticatorCode(context, userId, given.replaceAll(' ', ''))) return true;
  const code = normalisedRecoveryCode(given);
  if (!code || !(await spendRecoveryCode(context.tx, userId, recoveryHash(userId, code), context.now))) return false;
  context.emit({ type: recoveryCodeUsed.type, object: 'user', recordIds: [userId] });
  return true;
}

/** As `spendCode`, by somebody who is signed in: guessing is slowed down. Throws `validation_failed` for a wrong code, `rate_limited`. */
export async function insistOnCode(
  context: Context,
  given: string,
  spend: typeof spendCode = spendCode,
): Promise<void> {
  const { id } = context.actor;
  const attempt = beginAttempt(context.ports, `code ${id}`, `code ${id}`);
  if (await spend(context, id, given)) return attempt.succeeded();
  const message = 'is not right, or was used before';
  throw new Problem('validation_failed', { detail: `code: ${message}`, mistakes: [{ path: 'code', message }] });
}
