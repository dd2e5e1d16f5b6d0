import { expect, test } from 'vitest';
import { mayRead } from './may-read.ts';

const bo = { id: 'bo', publicId: 'us_bo', role: 'rep', manages: false };
const file = { access: 'everyone', ownerId: 'ana', allowedUsers: [] as string[], allowedRoles: [] as string[] };

test.each([
  [{}, {}, true],
  [{ access: 'owner' }, {}, false],
  [{ access: 'owner', ownerId: 'bo' }, {}, true],
  [{ access: 'owner' }, { manages: true }, true],
  [{ access: 'listed' }, {}, false],
  [{ access: 'listed', allowedUsers: ['us_bo'] }, {}, true],
  [{ access: 'listed', allowedRoles: ['rep'] }, {}, true],
  [{ access: 'owner', allowedRoles: ['rep'] }, {}, false],
])('%o to %o: %s', (access, reader, may) => {
  expect(mayRead({ ...file, ...access }, { ...bo, ...reader })).toBe(may);
});
