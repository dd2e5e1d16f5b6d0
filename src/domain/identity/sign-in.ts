import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { hashPassword, hashToken, isOutdatedHash, shortestPassword, verifyPassword } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { type Call, execute } from '#platform/operations';
import { beginAttempt } from './attempts.ts';
import { SecondFactorNeeded } from './errors.ts';
import { beginChallenge } from './operations/begin-challenge.ts';
import {
  codeRefused,
  type firstWayInput,
  linkRefused,
  passwordRefused,
  startSession,
} from './operations/start-session.ts';
import { isToken } from './rules/tokens.ts';
import { signInAddress } from './rules/values.ts';
import { type SessionTokens, type StartedSession, signOut, startedSession } from './session-tokens.ts';
import { countTry } from './store/challenges.ts';
import { resolveCredential, resolveEmail } from './store/credentials.ts';
import { type UserRow, userById } from './store/users.ts';

/** Where a sign-in comes from: kept with the session, for the list of sessions and the audit. */
export interface SignInOrigin {
  requestId: string;
  address: string;
  userAgent?: string | undefined;
  /** The session that the browser had: it ends, so that nobody can plant one. */
  previous?: Partial<SessionTokens>;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Signs in with a one-time link, which works once. Throws `not_signed_in`, with the same words whatever is wrong with it. */
export async function signInByLink(ports: Ports, token: string, origin: SignInOrigin): Promise<StartedSession> {
  if (!isToken('link', token)) throw linkRefused();
  const linkHash = hashToken(token);
  const found = await resolveCredential(ports.database, 'link', linkHash);
  const user = found && (await userById(ports.database.reader(found.workspaceId), found.subjectId));
  if (!found || !user || user.disabledAt) {
    if (found && user) noteFailedSignIn(ports, found.workspaceId, user, origin);
    throw linkRefused();
  }
  return start(ports, found.workspaceId, user, { way: { by: 'link', linkToken: token } }, origin);
}

let verifying = 0;
const mostVerifying = 32;

/** Computing a password takes memory and a thread: more at a time than this are told to come back. */
async function isRight(password: string, hash: string | undefined): Promise<boolean> {
  if (verifying >= mostVerifying) {
    throw new Problem('rate_limited', {
      detail: 'Many people sign in at this moment. Try again in a few seconds.',
      headers: { 'retry-after': '3' },
    });
  }
  verifying += 1;
  try {
    return await verifyPassword(password, hash);
  } finally {
    verifying -= 1;
  }
}

/**
 * Signs in with e-mail and password. Throws `not_signed_in`, with the same words and after the same work for an unknown address, a wrong password,
 * somebody without a password and somebody disabled; `rate_limited` after failures.
 */
export async function signInByPassword(
  ports: Ports,
  given: { email: string; password: string },
  origin: SignInOrigin,
): Promise<StartedSession> {
  const email = signInAddress(given.email) ?? '';
  const attempt = beginAttempt(ports, email || given.email.slice(0, 255), origin.address);
  const found = await resolveEmail(ports.database, email);
  // Nobody is looked up as well, so that it takes as long.
  const user = await userById(ports.database.reader(found?.workspaceId ?? nobody), found?.userId ?? nobody);
  const right = await isRight(given.password, user?.passwordHash ?? undefined);
  if (!found || !user?.passwordHash || !right || user.disabledAt) {
    if (found && user) noteFailedSignIn(ports, found.workspaceId, user, origin);
    throw passwordRefused();
  }
  attempt.succeeded();
  const way = { by: 'password', passwordHash: user.passwordHash } as const;
  return start(ports, found.workspaceId, user, { way, betterHash: await betterHash(user, given.password) }, origin);
}

/** The only moment in which a hash of a weaker kind can be replaced. A password that would be too short today keeps the hash that it has. */
async function betterHash({ passwordHash }: UserRow, password: string): Promise<string | undefined> {
  if (!passwordHash || !isOutdatedHash(passwordHash) || [...password].length < shortestPassword) return undefined;
  return hashPassword(password);
}

/** For the audit. An address that nobody has belongs to no workspace, so there is nobody to tell. */
function noteFailedSignIn(ports: Ports, workspaceId: string, user: UserRow, origin: SignInOrigin): void {
  const { id, name, role } = user;
  const actor: Actor = { type: 'user', id, name, workspaceId, role, permissions: new Set() };
  const caller = { actor, surface: 'rest', requestId: origin.requestId, address: origin.address };
  const refused = { kind: 'sign_in', operation: startSession.name, outcome: 'refused', code: 'not_signed_in' } as const;
  ports.audit?.recorder.note(caller, refused);
}

/** Second steps that may fail before the sign-in begins anew. */
const mostTries = 5;

/**
 * The second step of a sign-in. A try counts before the code is looked at. Throws `not_signed_in`, with the same words whatever is wrong;
 * `rate_limited` after failures.
 */
export async function signInBySecondFactor(
  ports: Ports,
  { token, code }: { token: string; code: string },
  origin: SignInOrigin,
): Promise<StartedSession> {
  const hash = hashToken(token);
  const found = isToken('challenge', token) ? await resolveCredential(ports.database, 'challenge', hash) : undefined;
  const user = found && (await userById(ports.database.reader(found.workspaceId), found.subjectId));
  if (!found || !user || user.disabledAt) throw codeRefused();
  const attempt = beginAttempt(ports, `code ${user.id}`, origin.address);
  const now = ports.clock.now();
  const isLeft = await ports.database.write(found.workspaceId, (tx) => countTry(tx, hash, mostTries, now));
  if (!isLeft) throw codeRefused();
  const started = await startAs(ports, found.workspaceId, user, { way: { by: 'challenge', token, code } }, origin);
  attempt.succeeded();
  return started;
}

/** Begins a session, or asks for the second factor where there is one. Throws `second_factor_needed` with the token of the second step. */
async function start(
  ports: Ports,
  workspaceId: string,
  user: UserRow,
  given: { way: z.input<typeof firstWayInput>; betterHash?: string | undefined },
  origin: SignInOrigin,
): Promise<StartedSession> {
  try {
    return await startAs(ports, workspaceId, user, given, origin);
  } catch (error) {
    // The session was rolled back, so the first factor is still good for the challenge.
    if (!(error instanceof SecondFactorNeeded)) throw error;
    const { way } = given;
    const { output } = await execute(ports, beginChallenge, { way }, signingIn(workspaceId, user, origin));
    throw new SecondFactorNeeded(output.token);
  }
}

function signingIn(workspaceId: string, { id, name, role }: UserRow, { requestId, address }: SignInOrigin): Call {
  const permissions = new Set([startSession.permission]);
  return { actor: { type: 'user', id, name, workspaceId, role, permissions }, surface: 'rest', requestId, address };
}

async function startAs(
  ports: Ports,
  workspaceId: string,
  user: UserRow,
  given: Pick<z.input<typeof startSession.input>, 'way' | 'betterHash'>,
  origin: SignInOrigin,
): Promise<StartedSession> {
  const { address, userAgent } = origin;
  const input = { ...given, address, userAgent };
  const { output } = await execute(ports, startSession, input, signingIn(workspaceId, user, origin));
  if (origin.previous) await signOut(ports, origin.previous, origin.requestId);
  return startedSession(ports, workspaceId, output.sessionId, output.refreshToken);
}
