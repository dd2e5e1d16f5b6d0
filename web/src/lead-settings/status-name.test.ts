import { expect, test } from 'vitest';
import type { Status } from '../data/setup/lead-settings.ts';
import { newStatus, withNames } from './status-name.ts';

const working: Status = { name: 'working', label: 'In progress ', kind: 'open' };
const namesOf = (...labels: string[]) => {
  const all: Status[] = [working];
  for (const label of labels) all.push(newStatus(all, label));
  return withNames(all).map(({ name }) => name);
};

test('a new status is named by what it is called, and no name is there twice', () => {
  expect(namesOf('Call back later', '  Rückruf (später)! ', '2nd try', '後で', 'Working', 'WORKING')).toEqual([
    ...['working', 'call_back_later', 'ruckruf_spater', 'nd_try', 'status', 'working_2', 'working_3'],
  ]);
});

test('one that was saved keeps its name, whatever it is called now', () => {
  expect(withNames([working])).toEqual([{ name: 'working', label: 'In progress', kind: 'open' }]);
});

test('a name is never longer than the server takes, and begins with a letter', () => {
  for (const name of namesOf('x'.repeat(100), 'x'.repeat(99), '123', ''))
    expect(name).toMatch(/^[a-z][a-z0-9_]{0,49}$/);
});
