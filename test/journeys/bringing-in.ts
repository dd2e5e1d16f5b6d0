import { expect, it } from 'vitest';
import { peopleFile } from './people-file.ts';
import type { Person } from './person.ts';

const outcome = { Created: 600, Updated: 0, Merged: 5, Unchanged: 0, Rejected: 3 };

/** Signing in, and from a file to a table of contacts. */
export function bringsInAFile(person: Person): void {
  it('signs in by the link that the server printed, and finds an empty workspace that says how to begin', async () => {
    await person.page.goto(person.link);
    await person.page.getByText('Bring in your people').waitFor();
    await person.page.getByRole('button', { name: 'Look around with demo data' }).waitFor();
    await person.expectSound();
  });

  it('is told what is wrong with a file that is no CSV', async () => {
    const { page } = person;
    const buffer = Buffer.from('%PDF-1.7\n%\u00E2\u00E3\n1 0 obj', 'latin1');
    await page.locator('input[type=file]').setInputFiles({ name: 'brochure.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('alert').getByText(/PDF/).waitFor();
    person.expectRefusal(400);
    await person.expectSound();
  });

  it('drops a file, and sees what each column is taken for', async () => {
    const { page } = person;
    const buffer = Buffer.from(peopleFile.text);
    await page.locator('input[type=file]').setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: '8 of 9 columns understood' }).waitFor();
    const becomes = (column: string) => page.getByLabel(`What the column ${column} becomes`).inputValue();
    expect(await becomes('Mobile Phone')).toBe('phone');
    expect(await becomes('Company')).toBe('accountId');
    expect(await becomes('Shoe Size')).toBe('');
    await person.expectSound();
  });

  it('sees what would happen before anything does', async () => {
    await person.page.getByRole('button', { name: 'Check the file' }).click();
    await person.page.getByRole('heading', { name: '600 contacts would be created, 0 updated' }).waitFor();
    expect(await tally(person)).toEqual(outcome);
    await person.expectSound();
  });

  it('starts the import, watches it end, gets the rejected rows back, and lands on the table of contacts', async () => {
    const { page } = person;
    await page.getByRole('button', { name: `Import ${peopleFile.rows} rows` }).click();
    await page.getByRole('heading', { name: '600 contacts created, 0 updated' }).waitFor();
    expect(await tally(person)).toEqual(outcome);
    await page.getByText('60 accounts were created').waitFor();
    const rejects = await person.download(() => page.getByRole('button', { name: 'Download 3 rejected rows' }).click());
    expect(rejects).toMatch(/Nobody Ltd/);
    expect(rejects).toMatch(/no name, no e-mail address and no phone number/);
    await person.expectSound();
    await page.getByRole('button', { name: 'See the contacts' }).click();
    await page.locator('footer').getByText('of 600').waitFor();
    await person.expectSound();
  });
}

/** The numbers that stand first on the page, by their names. */
async function tally({ page }: Person): Promise<Record<string, number>> {
  const list = page.locator('main dl').first();
  const counts = await list.locator('dd').allTextContents();
  const names = await list.locator('dt').allTextContents();
  return Object.fromEntries(names.map((name, at) => [name, Number(counts[at]?.replaceAll(',', ''))]));
}
