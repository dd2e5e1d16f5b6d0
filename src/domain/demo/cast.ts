import type { DemoAccount } from './rules/accounts.ts';
import type { DemoContact } from './rules/contacts.ts';

interface Made {
  contacts: readonly DemoContact[];
  /** One for each of the contacts. */
  contactIds: readonly string[];
  accounts: readonly DemoAccount[];
  accountIds: readonly string[];
}

/** A person of the demo as the workspace has them. */
export interface CastMember {
  person: DemoContact;
  contactId: string;
  company: string;
  accountId: string;
}

/** The people of a chunk, to be found by their place and by their company. */
export interface Cast {
  people: readonly DemoContact[];
  member(contactIndex: number): CastMember | undefined;
  /** Those who work at the same company, themselves included. */
  colleagues(accountIndex: number): readonly DemoContact[];
}

export function castOf({ contacts, contactIds, accounts, accountIds }: Made): Cast {
  const first = contacts[0]?.index ?? 0;
  const atCompany = Map.groupBy(contacts, (one) => one.accountIndex);
  return {
    people: contacts,
    member(contactIndex) {
      const [person, contactId] = [contacts[contactIndex - first], contactIds[contactIndex - first]];
      if (!person || !contactId) return undefined;
      const { accountIndex } = person;
      return {
        person,
        contactId,
        company: accounts[accountIndex]?.name ?? '',
        accountId: accountIds[accountIndex] ?? '',
      };
    },
    colleagues: (accountIndex) => atCompany.get(accountIndex) ?? [],
  };
}
