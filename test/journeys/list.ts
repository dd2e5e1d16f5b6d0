import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** What one does with many contacts. */
export function worksOnTheList(person: Person): void {
  it('searches, filters and sorts, and keeps all that as a view', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search('featherstone', 1);
    await person.search('', 600);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Filter' });
    await panel.getByLabel('Field', { exact: true }).selectOption({ label: 'Job title' });
    await panel.getByLabel('Condition', { exact: true }).selectOption({ label: 'is' });
    await panel.getByLabel('Value', { exact: true }).fill('Buyer');
    await page.locator('footer').getByText('of 120', { exact: true }).waitFor();
    await person.expectSound();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Created', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Last name' }).click();
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Buyers');
    await person.expectSound();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Buyers' }).waitFor();
    await page.reload();
    await page.locator('footer').getByText('of 120', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Last name' }).first().waitFor();
    await person.expectSound();
  });

  it('exports what the list shows, with formulas made harmless', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search('Person003', 1);
    await page.getByRole('main').getByRole('button', { name: 'More' }).click();
    const csv = await person.download(() => page.getByRole('menuitem', { name: 'Export as CSV' }).click());
    expect(csv.trim().split(/\r?\n/)).toHaveLength(2);
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv).not.toMatch(/[,"]=HYPERLINK/);
  });

  // A phone shows a list without boxes to tick.
  if (person.narrow) return;
  it('changes many at once in the table, and takes it back', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search('Person01', 10);
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByText('10 selected').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'Edit field' }).click();
    await page.getByRole('combobox', { name: 'Which field' }).fill('Job title');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox').fill('Ambassador');
    await page.getByRole('button', { name: 'Set for 10' }).click();
    await page.getByText('10 contacts changed.').waitFor();
    await person.expectSound();
    expect(await page.getByRole('gridcell', { name: 'Ambassador' }).count()).toBe(10);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone on 10 records.').waitFor();
    await page.getByRole('gridcell', { name: 'Ambassador' }).first().waitFor({ state: 'detached' });
  });
}
