import { expect, test } from 'vitest';
import { filledIn } from './conversion.ts';

const before = ['subscriber', 'sql'];
const lead = { firstName: 'Bob', lastName: 'Berg', phone: '+49', title: null, accountId: 'a' };

test('a contact learns only what it lacks', () => {
  const contact = { firstName: 'Bo', lastName: null, phone: '+1', accountId: null, lifecycleStage: 'sql' };
  expect(filledIn(contact, lead, before)).toEqual({ accountId: 'a', lifecycleStage: 'opportunity' });
});

test('somebody without a name gets one, and a customer stays a customer', () => {
  expect(filledIn({ lifecycleStage: 'customer', phone: '+1', accountId: 'b' }, lead, before)).toEqual({
    firstName: 'Bob',
    lastName: 'Berg',
  });
});
