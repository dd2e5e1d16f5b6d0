import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { accessWorld } from '../access-world.fixture.ts';
import { getFieldRules } from './get-field-rules.ts';

const world = await accessWorld();

test('the rules are told as they hold, also where nobody has set any', async () => {
  const answer = await world.run(getFieldRules, {});
  const open = { public: 'write', internal: 'write' };
  expect(answer).toEqual({
    version: 0,
    groups: {},
    roles: {
      manager: { classes: { ...open, confidential: 'write', restricted: 'hidden' }, fields: {} },
      rep: { classes: { ...open, confidential: 'masked', restricted: 'hidden' }, fields: {} },
      marketing: { classes: { ...open, confidential: 'masked', restricted: 'hidden' }, fields: {} },
    },
  });
  await refusalsIn(world)(getFieldRules, {}, 'strange');
});
