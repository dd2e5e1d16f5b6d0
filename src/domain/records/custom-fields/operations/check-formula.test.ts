import { expect, test } from 'vitest';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { checkFormula } from './check-formula.ts';

const world = await fieldsWorld();
const { run, addField, make, code } = world;
await addField({ name: 'seats', type: 'number' });
await make(contact, { firstName: 'Ana', customFields: { seats: 0 } });

test('a formula is tried on records, and an empty value says why', async () => {
  const answer = await run(checkFormula, { object: 'contact', formula: '10 / seats' });
  expect(answer).toMatchObject({ valid: true, type: 'number', sources: ['custom.seats'] });
  expect(answer.examples).toEqual([{ value: null, because: 'division by zero' }]);
  expect(answer.functions.length).toBeGreaterThan(20);
});

test('a mistake is told with its position', async () => {
  expect(await run(checkFormula, { object: 'contact', formula: '1 + ' })).toMatchObject({
    valid: false,
    mistake: expect.stringContaining('character 5'),
  });
});

test('it is refused without the permission and for kinds that are not there; another workspace sees its own fields', async () => {
  const input = { object: 'contact', formula: 'seats' };
  expect(await code(run(checkFormula, input, { actor: world.actorWith('contacts:read') }))).toBe('not_allowed');
  expect(await code(run(checkFormula, { ...input, object: 'nothing' }))).toBe('not_found');
  expect(await code(run(checkFormula, { object: 'contact' } as never))).toBe('validation_failed');
  expect(await run(checkFormula, input, { actor: world.stranger })).toMatchObject({ valid: false });
});
