import { accountsTarget } from './accounts.ts';
import { contactsTarget } from './contacts.ts';
import type { Target } from './contract.ts';
import { leadsTarget } from './leads.ts';

/** The kinds of records that a file can bring in, by their names in the plural. */
export const targets: Readonly<Record<string, Target>> = {
  contacts: contactsTarget,
  accounts: accountsTarget,
  leads: leadsTarget,
};
