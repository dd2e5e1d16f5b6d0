import { expect, it } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateActivities } from './activities.ts';
import { peopleInChunks } from './chunks.ts';
import { generateContacts } from './contacts.ts';

const now = new Date('2026-11-15T12:00:00Z');
const accounts = generateAccounts(50, 7, now);

it.each([1, 7, 100, 333, 1000])('chunks of %i hold everybody once and in order, each with what they did', (size) => {
  const chunks = [...peopleInChunks({ accounts, contacts: 333, seed: 7, now }, size)];
  const contacts = [...generateContacts(333, accounts, 7)];
  expect(chunks.flatMap((chunk) => chunk.contacts)).toEqual(contacts);
  expect(chunks.flatMap((chunk) => chunk.activities)).toEqual([...generateActivities(contacts, 7, now)]);
  expect(chunks.map(({ position }) => position)).toEqual(chunks.map((_, index) => index));
  for (const chunk of chunks) {
    const indexes = new Set(chunk.contacts.map(({ index }) => index));
    expect(chunk.contacts.length).toBeLessThanOrEqual(size);
    expect(chunk.activities.every(({ contactIndex }) => indexes.has(contactIndex))).toBe(true);
  }
});

it('of very many people only some have a history, and all are there', () => {
  const chunks = [...peopleInChunks({ accounts, contacts: 40_001, seed: 7, now })];
  expect(chunks.flatMap((chunk) => chunk.contacts)).toHaveLength(40_001);
  const active = new Set(chunks.flatMap((chunk) => chunk.activities.map(({ contactIndex }) => contactIndex)));
  expect([...active].every((index) => index % 3 === 0)).toBe(true);
});

it('no people are no chunks', () => {
  expect([...peopleInChunks({ accounts, contacts: 0, seed: 7, now }, 10)]).toEqual([]);
});
