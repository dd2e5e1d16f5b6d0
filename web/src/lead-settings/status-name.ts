import type { Status } from '../data/setup/lead-settings.ts';

const longest = 50;

/** The name of a new status in the API, made of what it is called: `Call back later` → `call_back_later`. */
function statusName(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longest - 4);
  const base = plain || 'status';
  let name = base;
  for (let number = 2; taken.includes(name); number += 1) name = `${base}_${number}`;
  return name;
}

/** With this begins the name of a status that has not been saved yet. */
const fresh = '+';

/** A new status in work, to be put among the others. */
export function newStatus(statuses: readonly Status[], label: string): Status {
  let number = 1;
  while (statuses.some(({ name }) => name === `${fresh}${number}`)) number += 1;
  return { name: `${fresh}${number}`, label, kind: 'open' };
}

/** The statuses with names for the new ones, made of what they have come to be called. */
export function withNames(statuses: readonly Status[]): Status[] {
  const taken = statuses.map(({ name }) => name);
  return statuses.map((status) => {
    const label = status.label.trim();
    if (!status.name.startsWith(fresh)) return { ...status, label };
    const name = statusName(label, taken);
    taken.push(name);
    return { ...status, label, name };
  });
}
