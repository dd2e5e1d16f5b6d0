import { it } from 'vitest';
import type { Person } from './person.ts';

/** Who hears of what needs somebody. */
export function escalates(person: Person): void {
  const rules = () => person.page.getByRole('list', { name: 'Escalation rules' });

  it('makes a rule about deals that stand still, and it reads as a sentence', async () => {
    const { page } = person;
    await page.goto('/settings/escalations');
    await page.getByText('No escalation rules yet').waitFor();
    await page.getByText('Nobody was told of anything yet.').waitFor();
    await person.expectSound();
    await page.getByRole('button', { name: 'New rule' }).click();
    const dialog = page.getByRole('dialog', { name: 'New rule' });
    await dialog.getByLabel('Name').fill('Wake up');
    await dialog.getByLabel('For days').fill('30');
    await dialog.getByRole('checkbox', { name: 'The manager of the owner' }).check();
    await dialog.getByRole('checkbox', { name: 'Each of them gets a task' }).check();
    await dialog.getByLabel('Task', { exact: true }).fill('Look after {name}');
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await rules()
      .getByText(
        'A deal stands in its stage for 30 days: the owner, the manager of the owner are told and get the task “Look after {name}”',
      )
      .waitFor();
    await rules().getByRole('button', { name: 'Show what “Wake up” would tell now' }).click();
    await page.getByRole('region', { name: 'What “Wake up” would tell now' }).waitFor();
    await person.expectSound();
  });

  it('lets it wait for something that happens instead, is told what is missing, takes it away and back', async () => {
    const { page } = person;
    await rules().getByRole('button', { name: 'Edit “Wake up”' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit “Wake up”' });
    await dialog.getByLabel('When').selectOption({ label: 'Something happens' });
    await dialog.getByLabel('What happens').selectOption({ label: 'A lead has waited too long' });
    await dialog.getByRole('checkbox', { name: 'The owner of the record' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'The manager of the owner' }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/tells nobody/).waitFor();
    person.expectRefusal(400);
    await dialog.getByRole('checkbox', { name: 'Everybody with the role Manager' }).check();
    await dialog.getByRole('checkbox', { name: 'Each of them gets a task' }).uncheck();
    await person.expectSound();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await rules().getByText('A lead has waited too long: everybody with the role Manager is told').waitFor();
    await rules().getByRole('switch', { name: '“Wake up” is applied' }).click();
    await rules().getByRole('switch', { name: '“Wake up” is applied', checked: false }).waitFor();
    await rules().getByRole('button', { name: 'Delete “Wake up”' }).click();
    await page.getByText('No escalation rules yet').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await rules().getByText('Wake up').waitFor();
    await person.expectSound();
  });
}
