import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';

/** The kinds of record that can be merged. */
export const mergeable = [contact, account] as const;
