import parsePhone from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { generateAccounts } from './accounts.ts';

const now = new Date('2026-11-15T12:00:00Z');
const accounts = generateAccounts(3000, 7, now);

describe('the companies of the demo', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generateAccounts(300, 7, now)).toEqual(accounts.slice(0, 300));
    expect(generateAccounts(10, 8, now)).not.toEqual(accounts.slice(0, 10));
    expect(generateAccounts(0, 7, now)).toEqual([]);
  });

  it('have names and domains of their own, and domains that nobody can own', () => {
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ domain }) => domain)).size).toBe(accounts.length);
    const wrong = accounts.filter(({ domain }) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.example$/.test(domain));
    expect(wrong).toEqual([]);
  });

  it('are mostly small, some middling and a few very large', () => {
    const sizes = accounts.map(({ employeeCount }) => employeeCount).sort((a, b) => a - b);
    expect(sizes[0]).toBeGreaterThanOrEqual(1);
    expect(sizes[1500]).toBeLessThan(60);
    const large = sizes.filter((size) => size > 1000).length;
    expect(large).toBeGreaterThan(30);
    expect(large).toBeLessThan(200);
  });

  it('name the band that their size falls in', () => {
    expect(accounts.find(({ employeeCount }) => employeeCount === 9)?.companySize).toBe('1-10');
    for (const { employeeCount, companySize } of accounts) {
      const [from = 0, to = Number.POSITIVE_INFINITY] = companySize.replace('+', '').split('-').map(Number);
      expect(from <= employeeCount && employeeCount <= to).toBe(true);
    }
  });

  it('can be called at numbers of their country, each once', () => {
    const called = accounts.filter(({ phone }) => phone !== null);
    const wrong = called.filter(({ phone, country }) => parsePhone(phone ?? '')?.country !== country);
    expect(wrong.map(({ phone }) => phone)).toEqual([]);
    expect(new Set(called.map(({ phone }) => phone)).size).toBe(called.length);
  });

  it('have parents that come before them, in other countries', () => {
    const daughters = accounts.filter(({ parentIndex }) => parentIndex !== null);
    expect(daughters.length).toBeGreaterThan(30);
    for (const { index, country, parentIndex } of daughters) {
      expect(parentIndex).toBeLessThan(index);
      expect(accounts[parentIndex ?? 0]?.country).not.toBe(country);
    }
  });

  it('came in the year before now', () => {
    const yearBefore = now.getTime() - 368 * 86_400_000;
    const wrong = accounts.filter(({ createdAt }) => createdAt > now || createdAt.getTime() < yearBefore);
    expect(wrong).toEqual([]);
  });

  it('fit into the fields of an account', () => {
    for (const { name, website, annualRevenue, postalCode } of accounts) {
      expect(name.length <= 500 && website.length <= 500).toBe(true);
      expect(annualRevenue === null || Number.isSafeInteger(annualRevenue)).toBe(true);
      expect(postalCode === null || postalCode.length <= 20).toBe(true);
    }
  });
});
