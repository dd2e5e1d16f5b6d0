import { counted } from '../plural.ts';

/** Texts of the page of the stages of life. */
export const lifecycle = {
  title: 'Life cycle',
  text: 'The stages that people come through on the way to being customers, in their order. By itself Kith moves people only forward; by hand they go anywhere.',
  stages: 'Stages',
  name: 'Name',
  of: (what: string, label: string) => `${what} of ${label}`,
  remove: (label: string) => `Remove ${label}`,
  add: 'Add a stage',
  fresh: 'New stage',
  /** When Kith moves people to a stage. */
  means: {
    subscriber: 'Where people begin',
    lead: 'Somebody new with a lead',
    opportunity: 'When a lead becomes a deal',
    customer: 'When a deal is won',
  } as Record<string, string>,
  byHand: 'By hand',
  mistakes: { name: 'A stage needs a name.', twice: 'Two stages have this name.' },
  saved: 'Life cycle: saved.',
  unsaved: 'Not saved yet',
  wrong: (count: number) => `${counted(count, 'thing needs', 'things need')} another look`,
  discard: 'Discard',
  stale: 'Somebody else has saved these stages meanwhile.',
};
