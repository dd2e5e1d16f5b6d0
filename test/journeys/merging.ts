import { expect, it } from 'vitest';
import type { Person } from './person.ts';

/** Two contacts are one person: they are found, looked at side by side, merged, and made two again. */
export function mergesDuplicates(person: Person): void {
  const reviewed = () => person.page.getByRole('dialog', { name: 'Are they the same?' });
  const create = (...values: string[]) =>
    person.server.command('contacts', 'create', ...values, '--phone', '+4930901877', '--workspace', person.workspace);

  it('finds two contacts with one number among the duplicates, and looks at them side by side', async () => {
    const { page } = person;
    await create('--first-name', 'Zoe', '--last-name', 'Adler', '--title', 'CTO');
    await create('--first-name', 'Zoë', '--last-name', 'Adler', '--city', 'Ulm');
    await page.goto('/settings/duplicates');
    const review = page.getByRole('button', { name: /^Review Zo. Adler and Zo. Adler$/ });
    // They are found behind the writers.
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('heading', { name: 'Duplicates' }).first().waitFor();
          return review.waitFor({ timeout: 1000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    await person.expectSound();
    await review.click();
    await reviewed().getByText('Job title').waitFor();
    await person.expectSound();
  });

  it('chooses a value by hand, merges, and sees on the contact what was merged into it', async () => {
    const { page } = person;
    const other = reviewed()
      .getByRole('radio', { name: /^First name: / })
      .nth(1);
    const name = (await other.getAttribute('aria-label'))?.replace('First name: ', '') ?? '';
    const answered = page.waitForResponse((response) => response.url().endsWith('/merge/preview'));
    await other.check();
    await answered;
    await reviewed().getByRole('button', { name: 'Merge' }).click();
    await page.getByText(`Merged into ${name} Adler.`).waitFor();
    await page.goto('/contacts');
    await person.search('Adler', 1);
    await page
      .getByRole('link', { name: `${name} Adler` })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: `${name} Adler` }).waitFor();
    await person.part('What matters now');
    await page.getByRole('heading', { name: 'Merged into this contact' }).waitFor();
    await person.expectSound();
  });

  it('edits the merged contact, takes the merge back, and says who keeps what', async () => {
    const { page } = person;
    await person.part('Facts');
    await page.getByRole('button', { name: 'Edit City' }).click();
    await page.getByRole('textbox', { name: 'City' }).fill('Neu-Ulm');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('textbox', { name: 'City' }).press('Enter');
    await saved;
    await person.part('What matters now');
    await page.getByRole('button', { name: /^Take back the merge of/ }).click();
    const asked = page.getByRole('dialog', { name: 'Who keeps what?' });
    await asked.getByText('Value: Neu-Ulm').waitFor();
    await person.expectSound();
    await asked.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('They are separate again.').waitFor();
    await page.goto('/contacts');
    await person.search('Adler', 2);
    await person.expectSound();
  });
}
