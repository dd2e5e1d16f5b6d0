import { expect, it } from 'vitest';
import type { Person } from './person.ts';

const who = 'Person050';

/** What was done, and taking one of it back after seeing what that does. */
export function looksThroughChanges(person: Person): void {
  const rows = () => person.page.getByRole('list', { name: 'Changes' }).locator(':scope > li');

  it('finds a change among all by person, kind and time', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await person.part('Facts');
    await page.getByRole('button', { name: 'Edit Job title' }).click();
    await page.getByRole('textbox', { name: 'Job title' }).fill('Keeper of changes');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Enter');
    await saved;
    await page.goto('/settings/changes');
    await rows().first().getByText('Changed 1 contact', { exact: true }).waitFor();
    await person.expectSound();
    await page.getByLabel('Who').selectOption({ label: 'Kith itself' });
    await rows().first().getByText('by Administrator').waitFor({ state: 'detached' });
    await page.getByLabel('Who').selectOption({ label: 'Administrator' });
    await page.getByLabel('Kind of record').selectOption({ label: 'Accounts' });
    await rows().getByText('Changed 1 contact', { exact: true }).first().waitFor({ state: 'detached' });
    await page.getByLabel('Kind of record').selectOption({ label: 'Contacts' });
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await page.getByText('Nothing was done that is like this.').waitFor();
    await page.getByLabel('To', { exact: true }).fill('');
    await page.getByLabel('State').selectOption({ label: 'Not taken back' });
    await rows().first().getByText('Changed 1 contact', { exact: true }).waitFor();
    await person.expectSound();
  });

  it('sees what taking it back would do, does it, and finds both in the list', async () => {
    const { page } = person;
    const row = rows().first();
    await row.getByRole('button', { expanded: false }).first().click();
    await row.getByText('Taking this back would do this:').waitFor();
    await row.getByRole('link', { name: who }).waitFor();
    await row.getByText('Keeper of changes').waitFor();
    await person.expectSound();
    await row.getByRole('button', { name: 'Take this back' }).click();
    await page.getByText('Undone on 1 record.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await row.getByText('Took back a change of 1 contact').waitFor();
    await rows().nth(1).getByText('Taken back', { exact: true }).waitFor();
    expect(await rows().nth(1).getByText('Changed 1 contact', { exact: true }).count()).toBe(1);
    await person.expectSound();
  });
}
