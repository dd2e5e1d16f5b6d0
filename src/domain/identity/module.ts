import './events.ts';
import './kind.ts';
import { addGate, defineModule } from '#platform/operations';
import { mailSignInLink } from './jobs/mail-sign-in-link.ts';
import { createRole } from './operations/create-role.ts';
import { createSignInLink } from './operations/create-sign-in-link.ts';
import { createUser } from './operations/create-user.ts';
import { removeRole } from './operations/delete-role.ts';
import { endSessionsOfUser } from './operations/end-sessions-of-user.ts';
import { getProfile } from './operations/get-profile.ts';
import { getSession } from './operations/get-session.ts';
import { getSettings } from './operations/get-settings.ts';
import { getUser } from './operations/get-user.ts';
import { getUserPermissions } from './operations/get-user-permissions.ts';
import { createApiKey } from './operations/keys/create-api-key.ts';
import { listApiKeys } from './operations/keys/list-api-keys.ts';
import { revokeApiKey } from './operations/keys/revoke-api-key.ts';
import { rotateApiKey } from './operations/keys/rotate-api-key.ts';
import { listPeople } from './operations/list-people.ts';
import { listRoles } from './operations/list-roles.ts';
import { listSessions } from './operations/list-sessions.ts';
import { listUsers } from './operations/list-users.ts';
import { revokeSession } from './operations/revoke-session.ts';
import { beginSecondFactor } from './operations/second-factor/begin-second-factor.ts';
import { confirmMfa } from './operations/second-factor/confirm-second-factor.ts';
import { getSecondFactor } from './operations/second-factor/get-second-factor.ts';
import { removeSecondFactor } from './operations/second-factor/remove-second-factor.ts';
import { renewRecoveryCodes } from './operations/second-factor/renew-recovery-codes.ts';
import { resetSecondFactor } from './operations/second-factor/reset-second-factor.ts';
import { stepUp } from './operations/second-factor/step-up.ts';
import { setUserPermissions } from './operations/set-user-permissions.ts';
import { testMail } from './operations/test-mail.ts';
import { updateProfile } from './operations/update-profile.ts';
import { changeRole } from './operations/update-role.ts';
import { updateSettings } from './operations/update-settings.ts';
import { updateUser } from './operations/update-user.ts';
import { stepUpGate } from './step-up-gate.ts';

addGate(stepUpGate);

export const identityModule = defineModule({
  name: 'identity',
  summary: 'Who may come in and what they may do: users, roles, sessions, API keys, and the settings of the workspace.',
  needs: ['teams'],
  operations: [
    getSession,
    listUsers,
    listPeople,
    getUser,
    createUser,
    updateUser,
    createSignInLink,
    getUserPermissions,
    setUserPermissions,
    listRoles,
    createRole,
    changeRole,
    removeRole,
    endSessionsOfUser,
    resetSecondFactor,
    listApiKeys,
    createApiKey,
    rotateApiKey,
    revokeApiKey,
    getProfile,
    updateProfile,
    listSessions,
    revokeSession,
    getSecondFactor,
    beginSecondFactor,
    confirmMfa,
    renewRecoveryCodes,
    removeSecondFactor,
    stepUp,
    getSettings,
    updateSettings,
    testMail,
  ],
  jobs: [mailSignInLink],
});
