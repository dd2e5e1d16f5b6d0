import { describe, expect, it } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { generateActivities } from './activities.ts';
import { generateContacts } from './contacts.ts';

const now = new Date('2026-11-15T12:00:00Z');
const contacts = [...generateContacts(2000, generateAccounts(300, 7, now), 7)];
const activities = [...generateActivities(contacts, 7, now)];

describe('what the people of the demo have done', () => {
  it('is the same for the same seed, and something else for another', () => {
    expect([...generateActivities(contacts, 7, now)]).toEqual(activities);
    expect([...generateActivities(contacts, 8, now)]).not.toEqual(activities);
  });

  it('happened after they were known and before now', () => {
    const wrong = activities.filter(
      ({ at, contactIndex }) => at > now || at < (contacts[contactIndex]?.createdAt ?? now),
    );
    expect(wrong).toEqual([]);
  });

  it('is told in order, person by person', () => {
    const wrong = activities.filter(({ contactIndex, at }, index) => {
      const before = activities[index - 1];
      return before && (before.contactIndex > contactIndex || (before.contactIndex === contactIndex && before.at > at));
    });
    expect(wrong).toEqual([]);
  });

  it('is nothing for those who are not interested, and much for those who are about to buy', () => {
    const perPerson = (interest: string) => {
      const people = contacts.filter((contact) => contact.interest === interest).map(({ index }) => index);
      return activities.filter(({ contactIndex }) => people.includes(contactIndex)).length / people.length;
    };
    expect(perPerson('none')).toBe(0);
    expect(perPerson('ready')).toBeGreaterThan(20);
  });

  it('takes time only where it does', () => {
    for (const { type, durationMinutes } of activities) {
      expect(durationMinutes !== null).toBe(type === 'call' || type === 'meeting');
    }
  });
});
