import { it } from 'vitest';
import type { Person } from './person.ts';

const who = 'Person020';

/** An administrator adds what Kith does not ask for: fields, formulas, a kind of record. */
export function addsFields(person: Person): void {
  it('adds a field to all contacts', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByText('No fields of your own yet').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Sales region');
    await dialog.getByLabel('Type').selectOption({ label: 'Choice' });
    await dialog.getByLabel('Choice 1').fill('EMEA');
    await dialog.getByLabel('Choice 1').press('Enter');
    await page.keyboard.type('APAC');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.salesRegion').waitFor();
    await person.expectSound();
  });

  it('finds the field at once in the filter, the columns and the form', async () => {
    const { page } = person;
    await page.goto('/contacts');
    await person.search(who, 1);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Sales region' });
    await page.keyboard.press('Escape');
    if (!person.narrow) {
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Sales region' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('columnheader', { name: 'Sales region' }).waitFor();
    }
    await page.getByRole('link', { name: who }).first().click();
    await page.getByRole('heading', { level: 1, name: who }).waitFor();
    await person.part('Facts');
    await page.getByRole('button', { name: /^Show \d+ empty field/ }).click();
    await page.getByRole('button', { name: 'Edit Sales region' }).click();
    await page.getByRole('option', { name: 'APAC' }).click();
    await page.getByRole('button', { name: 'Edit Sales region' }).getByText('APAC').waitFor();
    await person.expectSound();
  });

  it('is told what is wrong with a field, at its place', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Region');
    await dialog.getByLabel('Name in the API').fill('Not a name');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog
      .getByText(/begins with a small letter/)
      .last()
      .waitFor();
    person.expectRefusal(400);
    await person.expectSound();
    await page.keyboard.press('Escape');
  });

  it('writes a formula that is checked while it is typed, and takes the field away and back', async () => {
    const { page } = person;
    await page.goto('/settings/fields');
    await page.getByRole('button', { name: 'New field' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Label').fill('Loud name');
    await dialog.getByLabel('Type').selectOption({ label: 'Formula' });
    await dialog.getByLabel('Formula').fill('concat(lastName, ');
    await dialog.getByText(/mistake at character/).waitFor();
    await person.expectSound();
    await dialog.getByLabel('Formula').fill('concat(lastName, "!")');
    await dialog.getByText('It gives a text.').waitFor();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.loudName').waitFor();
    await page.getByRole('button', { name: 'Delete the field “Loud name”' }).click();
    await page.getByRole('button', { name: 'Edit “Loud name”' }).waitFor({ state: 'detached' });
    await page.getByText('1 deleted field').click();
    await person.expectSound();
    await page.getByRole('button', { name: 'Restore the field “Loud name”' }).click();
    await page.getByRole('button', { name: 'Edit “Loud name”' }).waitFor();
  });

  it('makes a kind of record with a field of its own', async () => {
    const { page } = person;
    await page.goto('/settings/objects');
    await page.getByText('No objects of your own yet').waitFor();
    await page.getByRole('button', { name: 'New object' }).click();
    const dialog = page.getByRole('dialog', { name: 'New object' });
    await dialog.getByLabel('What one is called').fill('Project');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'Projects' }).click();
    await page.getByRole('button', { name: 'New field' }).click();
    await page.getByLabel('Label').fill('Budget');
    await page.getByLabel('Type').selectOption({ label: 'Number' });
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('custom.budget').waitFor();
    await person.expectSound();
  });
}
