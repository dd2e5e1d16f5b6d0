import { it } from 'vitest';
import { Client } from '../faults/client.ts';
import type { Person } from './person.ts';

/** From an interest that somebody has shown to business that is won. */
export function followsUpALead(person: Person): void {
  it('finds a lead in the inbox, makes a deal of it, and wins that', async () => {
    const { page, server, workspace } = person;
    const key = await server.command('key', 'create', '--name', 'Form', '--role', 'admin', '--workspace', workspace);
    const body = { firstName: 'Lena', lastName: 'Leadsen', email: 'lena@leadsen.example', company: 'Leadsen AG' };
    await new Client(server, key).send({ method: 'POST', path: '/leads', body: { ...body, source: 'website' } });
    await page.goto('/leads');
    await page.getByRole('link', { name: 'Lena Leadsen' }).waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'Make a deal' }).first().click();
    await page.getByRole('textbox', { name: 'Name of the deal' }).fill('Leads for Leadsen');
    await person.expectSound();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a deal' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leads for Leadsen' }).waitFor();
    if (person.narrow) {
      await page.getByRole('button', { name: 'Qualification' }).click();
      await page.getByRole('menuitemradio', { name: 'Closed Won' }).click();
    } else await page.getByRole('button', { name: 'Closed Won' }).click();
    await page.getByRole('status').getByText('Won: Leads for Leadsen').waitFor();
    await person.expectSound();
    await page.goto('/leads');
    await page.getByText('Nothing waits here').waitFor();
    await person.expectSound();
  });
}
