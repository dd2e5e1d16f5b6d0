import parsePhone from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { generateAccounts } from './accounts.ts';
import { type DemoContact, generateContacts } from './contacts.ts';

const now = new Date('2026-11-15T12:00:00Z');
const accounts = generateAccounts(300, 7, now);
const contacts = [...generateContacts(6000, accounts, 7)];
const repeated = (values: readonly unknown[]) => values.length - new Set(values).size;

describe('the people of the demo', () => {
  it('are the same for the same seed, and others for another', () => {
    expect([...generateContacts(100, accounts, 7)]).toEqual(contacts.slice(0, 100));
    expect([...generateContacts(10, accounts, 8)]).not.toEqual(contacts.slice(0, 10));
  });

  it('each have an address of their own in the domain of their company', () => {
    expect(repeated(contacts.map(({ email }) => email))).toBe(0);
    const wrong = contacts.filter(({ email, accountIndex }) => {
      const [local = '', domain] = email.split('@');
      return domain !== accounts[accountIndex]?.domain || !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(local);
    });
    expect(wrong.map(({ email }) => email)).toEqual([]);
  });

  it('can be called at valid numbers of their country, each once and none that a company has', () => {
    const called = contacts.filter(({ phone }) => phone !== null);
    const wrong = called.filter(({ phone, country }) => {
      const parsed = parsePhone(phone ?? '');
      return !parsed?.isValid() || parsed.country !== country || parsed.number !== phone;
    });
    expect(wrong.map(({ phone }) => phone)).toEqual([]);
    const companies = accounts.map(({ phone }) => phone).filter((phone) => phone !== null);
    expect(repeated([...called.map(({ phone }) => phone), ...companies])).toBe(0);
    expect(called.length).toBeGreaterThan(3000);
  });

  it('live in fifteen countries, and are written in four scripts', () => {
    expect(new Set(contacts.map(({ country }) => country)).size).toBe(15);
    const names = contacts.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(' ');
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Arabic}/u]) {
      expect(names).toMatch(script);
    }
  });

  it('have among the first ten a very long German name and one from right to left', () => {
    const names = [...generateContacts(10, accounts, 123)].map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(90);
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
  });

  it('come after their company, and work more often for large ones', () => {
    const early = contacts.filter(
      ({ accountIndex, createdAt }) => createdAt < (accounts[accountIndex]?.createdAt ?? now),
    );
    expect(early).toEqual([]);
    const sizes = contacts.map(({ accountIndex }) => accounts[accountIndex]?.employeeCount ?? 0);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(sizes)).toBeGreaterThan(mean(accounts.map(({ employeeCount }) => employeeCount)));
  });

  it('have no empty field that a reader would miss', () => {
    const fields = ['firstName', 'lastName', 'title', 'department', 'city', 'leadSource', 'lifecycleStage'] as const;
    const missing = contacts.filter((contact: DemoContact) =>
      fields.some((field) => !contact[field] || contact[field].length > 255),
    );
    expect(missing).toEqual([]);
  });

  it('need a company to work for', () => {
    expect(() => [...generateContacts(1, [], 7)]).toThrow(RangeError);
    expect([...generateContacts(0, [], 7)]).toEqual([]);
  });

  it('are 200,000 in seconds of computing', () => {
    const before = process.cpuUsage();
    let made = 0;
    for (const _ of generateContacts(200_000, generateAccounts(30_000, 7, now), 7)) made += 1;
    const { user, system } = process.cpuUsage(before);
    console.info(`200,000 people and 30,000 companies in ${Math.round((user + system) / 1000)} ms of computing`);
    expect(made).toBe(200_000);
    // About 900 ms on a quiet machine; caches shared with others cost some.
    expect((user + system) / 1000).toBeLessThan(10_000);
  });
});
