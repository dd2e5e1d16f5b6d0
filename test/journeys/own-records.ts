import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** The kind that was made of an own label, `Project` with a `Budget`, is a kind like all others. */
export function keepsOwnRecords(person: Person): void {
  it('finds a kind of its own in the navigation, at once, and an empty list that says how to begin', async () => {
    const { page } = person;
    await page.goto('/');
    if (person.narrow) {
      await page.getByRole('button', { name: 'More' }).last().click();
      await page.getByRole('menuitem', { name: 'Projects' }).click();
    } else await page.getByRole('navigation').getByRole('link', { name: 'Projects' }).first().click();
    await page.getByText('No projects yet').waitFor();
    expect(new URL(page.url()).pathname).toBe('/projects');
    await person.expectSound();
  });

  it('makes a record with the field of its own, and sees it in the table and on its page', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name').fill('Lighthouse');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lighthouse' }).waitFor();
    await person.part('Facts');
    const more = page.getByRole('button', { name: /^Show \d+ empty field/ });
    if (await more.isVisible()) await more.click();
    await page.getByRole('button', { name: 'Edit Budget' }).click();
    await page.getByRole('textbox', { name: 'Budget' }).fill('1200');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Edit Budget' }).getByText('1,200').waitFor();
    await person.part('Timeline');
    await page.getByText('Budget').last().waitFor();
    await person.expectSound();
    await page.goto('/projects');
    await page.getByRole('link', { name: 'Lighthouse' }).first().waitFor();
    if (!person.narrow) await page.getByRole('columnheader', { name: 'Budget' }).waitFor();
    await person.expectSound();
  });

  it('brings a file of them in, and finds one by the command palette', async () => {
    const { page } = person;
    await page.goto('/imports/new?object=project');
    const buffer = Buffer.from('Name,Budget\nHarbour,300\nMole,not much\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'projects.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: '2 of 2 columns understood' }).waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('heading', { name: '2 projects would be created, 0 updated' }).waitFor();
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByRole('heading', { name: '2 projects created, 0 updated' }).waitFor();
    await person.expectSound();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('harbour');
    await page.getByRole('option', { name: /Harbour/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour' }).waitFor();
  });

  it('deletes one, finds it among what was deleted, and brings it back', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete the project' }).click();
    await page.getByText(/deleted\.$/).waitFor();
    await page.goto('/settings/deleted');
    await page.getByRole('radio', { name: 'Projects' }).check();
    const row = page.getByRole('listitem').filter({ hasText: 'Harbour' });
    await row.getByRole('button', { name: /^Restore/ }).click();
    await page.getByText(/is back\.$/).waitFor();
    await page.goto('/projects');
    await page.getByRole('link', { name: 'Harbour' }).first().waitFor();
    await person.expectSound();
  });
}
