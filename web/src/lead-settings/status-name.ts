import type { Status } from '../data/setup/lead-settings.ts';

const longest = 50;

/** A name in the API, made of what something is called: `Call back later` → `call_back_later`. */
function nameOf(label: string, taken: readonly string[], otherwise: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longest - 4);
  const base = plain || otherwise;
  let name = base;
  for (let number = 2; taken.includes(name); number += 1) name = `${base}_${number}`;
  return name;
}

/** With this begins the name of what has not been saved yet. */
const fresh = '+';

interface Called {
  name: string;
  label: string;
}

/** The name of something new among others, until it is saved. */
export function freshName(others: readonly Called[]): string {
  let number = 1;
  while (others.some(({ name }) => name === `${fresh}${number}`)) number += 1;
  return `${fresh}${number}`;
}

/** A new status in work, to be put among the others. */
export function newStatus(statuses: readonly Status[], label: string): Status {
  return { name: freshName(statuses), label, kind: 'open' };
}

/** What has come to be called something, with names for the new ones made of that. */
export function withNames<One extends Called>(all: readonly One[], otherwise = 'status'): One[] {
  const taken = all.map(({ name }) => name);
  return all.map((one) => {
    const label = one.label.trim();
    if (!one.name.startsWith(fresh)) return { ...one, label };
    const name = nameOf(label, taken, otherwise);
    taken.push(name);
    return { ...one, label, name };
  });
}
