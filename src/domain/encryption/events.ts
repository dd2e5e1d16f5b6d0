import { defineEvent } from '#platform/events';

export const keyRotated = defineEvent({
  type: 'encryption.key.rotated',
  summary: 'The workspace got a new key that seals.',
  permission: 'encryption:read',
  data: { currentFrom: 'from when on it seals' },
});
export const keysDestroyed = defineEvent({
  type: 'encryption.keys.destroyed',
  summary: 'All keys of the workspace were destroyed: what they had sealed can be read by nobody any more.',
  permission: 'encryption:read',
});
