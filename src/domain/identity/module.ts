import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { mailSignInLink } from './jobs/mail-sign-in-link.ts';
import { createApiKey } from './operations/create-api-key.ts';
import { createSignInLink } from './operations/create-sign-in-link.ts';
import { createUser } from './operations/create-user.ts';
import { getProfile } from './operations/get-profile.ts';
import { getSession } from './operations/get-session.ts';
import { getSettings } from './operations/get-settings.ts';
import { getUser } from './operations/get-user.ts';
import { listApiKeys } from './operations/list-api-keys.ts';
import { listUsers } from './operations/list-users.ts';
import { revokeApiKey } from './operations/revoke-api-key.ts';
import { testMail } from './operations/test-mail.ts';
import { updateProfile } from './operations/update-profile.ts';
import { updateSettings } from './operations/update-settings.ts';
import { updateUser } from './operations/update-user.ts';

export const identityModule = defineModule({
  name: 'identity',
  summary: 'Who may come in and what they may do: users, roles, sessions, API keys, and the settings of the workspace.',
  needs: ['teams'],
  operations: [
    getSession,
    listUsers,
    getUser,
    createUser,
    updateUser,
    createSignInLink,
    listApiKeys,
    createApiKey,
    revokeApiKey,
    getProfile,
    updateProfile,
    getSettings,
    updateSettings,
    testMail,
  ],
  jobs: [mailSignInLink],
});
