export { accessTokenMs, publishedKeys } from './access-tokens.ts';
export {
  authenticate,
  authenticateAgain,
  type Credential,
  requestsPerMinuteOf,
  sessionLongestMs,
} from './authenticate.ts';
export { SecondFactorNeeded } from './errors.ts';
export {
  createKey,
  createWorkspace,
  ensureFirstWorkspace,
  type NewWorkspace,
  newSignInLink,
} from './first-start.ts';
export { identityModule } from './module.ts';
export { getSession } from './operations/get-session.ts';
export type { IdentityPort } from './ports.ts';
export { senderOf } from './rules/back-off.ts';
export { type Role, roles } from './rules/roles.ts';
export { refresh, type SessionTokens, type StartedSession, signOut } from './session-tokens.ts';
export { type SignInOrigin, signInByLink, signInByPassword, signInBySecondFactor } from './sign-in.ts';
export { activeUsers, firstAdministrator, usersByText } from './store/users.ts';
export { listWorkspaces } from './store/workspaces.ts';
