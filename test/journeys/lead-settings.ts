import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** How leads are worked here. */
export function setsUpLeads(person: Person): void {
  it('gives leads a status, a time to answer and a reason, and takes that back', async () => {
    const { page } = person;
    await page.goto('/settings/leads');
    const statuses = page.getByRole('list', { name: 'Statuses' });
    await page.getByRole('button', { name: 'Add a status' }).click();
    await statuses.getByRole('textbox', { name: 'Name of New status' }).fill('Working');
    await statuses.getByText('Two statuses have this name.').first().waitFor();
    await statuses.getByRole('textbox', { name: 'Name of Working' }).last().fill('Nurturing');
    await statuses.getByRole('button', { name: 'Move Nurturing', exact: true }).press('ArrowUp');
    await page.getByRole('textbox', { name: 'Time for Hot leads' }).fill('2');
    await page.getByRole('combobox', { name: 'Unit for Hot leads' }).selectOption('days');
    const reasons = page.getByRole('textbox', { name: 'Reasons for disqualifying' });
    await reasons.fill(`${await reasons.inputValue()}\nMoved abroad`);
    await person.expectSound();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Leads: saved.').waitFor();
    await page.reload();
    const names = statuses.getByRole('textbox');
    const values = async () => Promise.all((await names.all()).map((input) => input.inputValue()));
    await names.first().waitFor();
    expect(await values()).toContain('Nurturing');
    expect(await page.getByRole('textbox', { name: 'Time for Hot leads' }).inputValue()).toBe('2');
    expect(await reasons.inputValue()).toMatch(/Moved abroad$/);
    await statuses.getByRole('button', { name: 'Remove Nurturing' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Leads: saved.').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await statuses.getByRole('textbox', { name: 'Name of Nurturing' }).waitFor();
    await person.expectSound();
  });
}
