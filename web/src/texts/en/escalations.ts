import { counted } from '../plural.ts';

/** Texts of the page of rules of escalation. */
export const escalations = {
  title: 'Escalation rules',
  text: 'When something happens, or a deal stands still for too long, somebody is told, once, with the reason.',
  create: 'New rule',
  edit: (name: string) => `Edit “${name}”`,
  delete: (name: string) => `Delete “${name}”`,
  saved: (name: string) => `Rule “${name}” saved.`,
  deleted: (name: string) => `Rule “${name}” deleted.`,
  none: 'No escalation rules yet',
  noneText: 'As: when a deal is past its close date by 7 days, its owner and the manager of the owner hear of it.',
  enabled: (name: string) => `“${name}” is applied`,
  name: 'Name',
  when: 'When',
  occasions: {
    event: 'Something happens',
    rotting: 'A deal stands in its stage for too long',
    close_date_passed: 'The close date of a deal is over',
  },
  event: 'What happens',
  days: 'For days',
  daysHints: {
    rotting: 'Empty: as long as the stage itself allows.',
    close_date_passed: 'Empty: as soon as the day is over.',
  },
  filter: 'And only where',
  filterHint: 'Without a condition it is for all.',
  tell: 'Who is told',
  owner: 'The owner of the record',
  manager: 'The manager of the owner',
  people: 'People',
  role: (label: string) => `Everybody with the role ${label}`,
  withTask: 'Each of them gets a task',
  subject: 'Task',
  subjectHint: '{name} stands for the name of the record.',
  due: 'Due within days',
  sentence: (when: string, condition: string, told: string) =>
    `${when}${condition ? `, where ${condition}` : ''}: ${told}`,
  rotting: (days: number | null) =>
    days === null
      ? 'A deal stands in its stage for longer than the stage allows'
      : `A deal stands in its stage for ${counted(days, 'day', 'days')}`,
  passed: (days: number | null) =>
    days ? `The close date of a deal is over by ${counted(days, 'day', 'days')}` : 'The close date of a deal is over',
  tells: (people: readonly string[], task: string | undefined) => {
    const several = people.length > 1;
    const told = `${people.join(', ')} ${several ? 'are' : 'is'} told`;
    return task ? `${told} and ${several ? 'get' : 'gets'} the task “${task}”` : told;
  },
  toldOwner: 'the owner',
  toldManager: 'the manager of the owner',
  toldRole: (label: string) => `everybody with the role ${label}`,
  tryOne: (name: string) => `Show what “${name}” would tell now`,
  trial: (name: string) => `What “${name}” would tell now`,
  trialNone: 'Nothing: no deal is like this now.',
  trialMore: 'And more.',
  trialTold: 'told already',
  close: 'Close',
  log: 'Told lately',
  logNone: 'Nobody was told of anything yet.',
  to: (names: string) => `to ${names}`,
  nobody: 'nobody',
};
