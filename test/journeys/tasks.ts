import { expect, it } from 'vitest';
import { Client } from '../faults/client.ts';
import type { Person } from './person.ts';

const rowOf = (person: Person, subject: string) => person.page.getByRole('listitem').filter({ hasText: subject });
const hears = (person: Person, text: string) => person.page.getByRole('status').getByText(text).first().waitFor();

/** Somebody else in the workspace, who uses the API. */
async function robot({ server, workspace }: Person, name: string): Promise<Client> {
  const key = await server.command('key', 'create', '--name', name, '--role', 'admin', '--workspace', workspace);
  return new Client(server, key);
}

/** What is to be done: added in a line, moved, changed, done and taken back; on the page of tasks and beside a record. */
export function doesTheTasks(person: Person): void {
  const row = (subject: string) => rowOf(person, subject);
  const section = (name: string) => person.page.getByRole('list', { name: new RegExp(`^${name}`) });

  it('finds nothing to do, and adds tasks a line each, which it sees understood first', async () => {
    const { page } = person;
    await page.goto('/tasks');
    await page.getByText('Nothing to do').waitFor();
    await person.expectSound();
    const line = page.getByRole('textbox', { name: 'Add a task' });
    await page.keyboard.press('c');
    await line.pressSequentially('Send the offer tomorrow 14:00 !high');
    await page.getByRole('status', { name: 'Understood' }).getByText('Tomorrow, 14:00').waitFor();
    await person.expectSound();
    await line.press('Enter');
    await section('Upcoming').getByText('Send the offer').waitFor();
    for (const text of ['Weekly report today every week', 'Read about their market']) {
      await line.fill(text);
      await line.press('Enter');
      await expect.poll(() => line.inputValue()).toBe('');
    }
    await section('Today').getByText('Weekly report').waitFor();
    await section('Later').getByText('Read about their market').waitFor();
    if (!person.narrow) await page.getByRole('link', { name: 'Tasks 0 overdue, 1 due today' }).waitFor();
    await person.expectSound();
  });

  it('goes through them by keyboard, does one, and takes that back by Ctrl-Z', async () => {
    const { page } = person;
    if (person.narrow) await row('Send the offer').getByRole('button', { name: 'Done: Send the offer' }).tap();
    else {
      await page.getByRole('textbox', { name: 'Add a task' }).press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      expect(await page.locator(':focus').textContent()).toBe('Send the offer');
      await page.keyboard.press('x');
    }
    await hears(person, 'Done: Send the offer');
    await row('Send the offer').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await section('Upcoming').getByText('Send the offer').waitFor();
    await person.expectSound();
  });

  it('moves one to another day, opens it, and changes it there', async () => {
    const { page } = person;
    await row('Read about their market')
      .getByRole('button', { name: /to another day$/ })
      .click();
    await page.getByRole('menuitem', { name: 'In a week' }).waitFor();
    await person.expectSound();
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
    await section('Upcoming').getByText('Read about their market').waitFor();
    const subject = row('Read about their market').getByRole('button', {
      name: 'Read about their market',
      exact: true,
    });
    if (person.narrow) await subject.tap();
    else {
      await subject.focus();
      await page.keyboard.press('e');
    }
    const dialog = page.getByRole('dialog', { name: 'Read about their market' });
    await dialog.getByLabel('Priority').selectOption('Urgent');
    await dialog.getByLabel('Queue').fill('research');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row('Read about their market').getByText('Urgent').waitFor();
    await page.getByRole('combobox', { name: 'Queue' }).selectOption('In research');
    await row('Send the offer').waitFor({ state: 'detached' });
    await row('Read about their market').waitFor();
    expect(new URL(page.url()).searchParams.get('queue')).toBe('research');
    await page.getByRole('combobox', { name: 'Priority' }).selectOption('Low');
    await page.getByText('No task is like that').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'Show my tasks' }).click();
    await row('Send the offer').waitFor();
  });
}

/** What others do with tasks, tasks beside a record, and what is logged there; the score that follows. */
export function worksBesideOthers(person: Person): void {
  it('sees what others add, change and do, without reloading', async () => {
    const { page } = person;
    const other = await robot(person, 'Colleague');
    const { id } = (await other.send({ method: 'POST', path: '/tasks', body: { subject: 'Of somebody else' } })).body;
    await page.getByRole('combobox', { name: 'Whose tasks' }).selectOption('Nobody’s yet');
    await rowOf(person, 'Of somebody else').waitFor();
    await other.send({ method: 'PATCH', path: `/tasks/${id}`, body: { subject: 'Of somebody else, now' } });
    await rowOf(person, 'Of somebody else, now').waitFor();
    await other.send({ method: 'POST', path: `/tasks/${id}/complete`, body: {} });
    await rowOf(person, 'Of somebody else, now').waitFor({ state: 'detached' });
    await person.expectSound();
  });

  it('adds and does one beside a contact, and writes down a call in one line', async () => {
    const { page } = person;
    const body = { firstName: 'Tabea', lastName: 'Taskmann', email: 'tabea@taskmann.example' };
    const { id } = (await (await robot(person, 'Robot of tasks')).send({ method: 'POST', path: '/contacts', body }))
      .body;
    await page.goto(`/contacts/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Tabea Taskmann' }).waitFor();
    await person.part('What matters now');
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Tasks', exact: true }) }).last();
    await card.getByText('Nothing to do here.').waitFor();
    await card.getByRole('textbox', { name: 'Add a task' }).fill('Send references in 3 days');
    await card.getByRole('textbox', { name: 'Add a task' }).press('Enter');
    await card.getByRole('button', { name: 'Done: Send references' }).waitFor();
    await person.expectSound();
    await card.getByRole('button', { name: 'Done: Send references' }).click();
    await hears(person, 'Done: Send references');
    await card.getByText('Nothing to do here.').waitFor();
    await person.part('Timeline');
    await page.locator('ol').getByText('Task, done').waitFor();
    await page.getByPlaceholder('Write a note').fill('called Tabea 10m, wants pricing');
    await page.getByRole('status', { name: 'Understood' }).getByText('Call · 10 min').waitFor();
    await page.getByRole('spinbutton', { name: 'Minutes' }).fill('15');
    await person.expectSound();
    await page.getByRole('button', { name: 'Log' }).click();
    await page.locator('ol').getByText('Wants pricing').waitFor();
    await page.locator('ol').getByText('Call · 15 min').waitFor();
    await person.expectSound();
  });

  it('sees the score and the tier move by themselves when something happens elsewhere', async () => {
    const { page } = person;
    const other = await robot(person, 'Website');
    await person.part('What matters now');
    const card = page.locator('section', { has: page.locator('#score-heading') }).last();
    const score = async () => Number(await card.locator('p > span').first().textContent());
    const before = await score();
    await card.getByText('Cold').waitFor();
    const contactId = page.url().split('/').at(-1);
    for (const type of ['demo_request', 'meeting', 'email_reply', 'website_visit', 'content_download'])
      for (const at of [1, 2, 3])
        await other.send({
          method: 'POST',
          path: '/activities',
          body: { type, subject: `${type} ${at}`, contactId, occurredAt: new Date().toISOString() },
        });
    await card.getByText('Warm').waitFor();
    await expect.poll(score).toBeGreaterThan(before);
    await person.expectSound();
  });
}
