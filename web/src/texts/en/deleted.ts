import { counted } from '../plural.ts';

/** Texts of the page of deleted records. */
export const deleted = {
  title: 'Deleted records',
  text: 'What was deleted stays here with everything that belongs to it, and can be brought back.',
  kind: 'Kind of record',
  none: 'Nothing is deleted',
  noneText: (kind: string) => `${kind} that you delete will wait here, in case you want them back.`,
  count: (total: number, exact: boolean) => `${counted(total, 'record', 'records')}${exact ? '' : ' or more'}`,
  by: (name: string) => `by ${name}`,
  restore: 'Restore',
  restoreOne: (name: string) => `Restore ${name}`,
  restoreSome: (count: number) => `Restore ${counted(count, 'record', 'records')}`,
  restored: (name: string) => `${name} is back.`,
  restoredSome: (count: number) => `${counted(count, 'record is', 'records are')} back.`,
  notRestored: (name: string, why: string) => `${name} was not restored. ${why}`,
  select: (name: string) => `Select ${name}`,
  open: 'Open',
  more: 'Show more',
};
