import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { user } from './fields.ts';

defineRecordEvents(user);

const ofUser = { object: 'user', data: { recordIds: 'the id of the user' } };

export const sessionStarted = defineEvent({
  type: 'identity.session.started',
  summary: 'Somebody signed in.',
  families: ['user.login_logout'],
  ...ofUser,
  data: { ...ofUser.data, by: 'how: link or password, and whether a second factor followed' },
});
export const sessionEnded = defineEvent({
  type: 'identity.session.ended',
  summary: 'Somebody signed out, or was signed out everywhere.',
  families: ['user.login_logout'],
  ...ofUser,
});
export const sessionReplayed = defineEvent({
  type: 'identity.session.replayed',
  summary: 'A refresh token came a second time: somebody may have copied it, so the session has ended.',
  ...ofUser,
});
export const signInLinkCreated = defineEvent({
  type: 'identity.link.created',
  summary: 'A one-time sign-in link was made for a user.',
  ...ofUser,
});
export const passwordChanged = defineEvent({
  type: 'identity.password.changed',
  summary: 'Somebody set or changed the own password.',
  ...ofUser,
});

export const secondFactorAdded = defineEvent({
  type: 'identity.mfa.added',
  summary: 'Somebody signs in with a second factor from now on.',
  ...ofUser,
});
export const secondFactorRemoved = defineEvent({
  type: 'identity.mfa.removed',
  summary: 'The second factor of somebody was taken away.',
  ...ofUser,
});
export const recoveryCodesRenewed = defineEvent({
  type: 'identity.recovery.renewed',
  summary: 'Somebody got new recovery codes; those before work no more.',
  ...ofUser,
});
export const recoveryCodeUsed = defineEvent({
  type: 'identity.recovery.used',
  summary: 'A recovery code stood in for the second factor.',
  ...ofUser,
});
export const steppedUp = defineEvent({
  type: 'identity.session.verified',
  summary: 'Somebody who was signed in showed the second factor again.',
  ...ofUser,
});

const ofRole = { data: { recordIds: 'the id of the role', name: 'how programs call it' } };

export const roleCreated = defineEvent({ type: 'identity.role.created', summary: 'A role was made.', ...ofRole });
export const roleUpdated = defineEvent({
  type: 'identity.role.updated',
  summary: 'A role was changed, and with it what all may do who have it.',
  ...ofRole,
});
export const roleDeleted = defineEvent({ type: 'identity.role.deleted', summary: 'A role was deleted.', ...ofRole });
export const permissionsChanged = defineEvent({
  type: 'identity.permissions.changed',
  summary: 'A user was granted or denied something beside the role, or joined or left a group.',
  ...ofUser,
});

const ofKey = { data: { recordIds: 'the id of the key', role: 'what it may do' } };

export const keyCreated = defineEvent({ type: 'identity.key.created', summary: 'An API key was made.', ...ofKey });
export const keyRotated = defineEvent({
  type: 'identity.key.rotated',
  summary: 'A key was made in the place of another, which still works for a while.',
  data: { recordIds: 'the ids of the old key and of the new one', role: 'what they may do' },
});
export const keyRevoked = defineEvent({ type: 'identity.key.revoked', summary: 'An API key was revoked.', ...ofKey });

export const settingsUpdated = defineEvent({
  type: 'identity.settings.updated',
  summary: 'Settings of the workspace were changed.',
  data: { fields: 'the names of the settings that changed' },
});
