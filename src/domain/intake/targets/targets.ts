import type { Field } from '#platform/fields';
import type { ImportField } from '../rules/import-field.ts';
import { importableFields } from '../rules/read-head.ts';
import { accountsTarget } from './accounts.ts';
import { contactsTarget } from './contacts.ts';
import type { Target } from './contract.ts';
import { dealsTarget } from './deals.ts';
import { leadsTarget } from './leads.ts';
import { productsTarget } from './products.ts';

/** The kinds of records that a file can bring in, by their names in the plural. */
export const targets: Readonly<Record<string, Target>> = {
  contacts: contactsTarget,
  accounts: accountsTarget,
  leads: leadsTarget,
  deals: dealsTarget,
  products: productsTarget,
};

/** The fields that columns of a file can be mapped to, those of the workspace included. */
export function fieldsOf(target: Target, custom: Iterable<Field>): ImportField[] {
  const fields = importableFields(target.object.fields.values(), custom, target.references);
  return target.mappable?.(fields) ?? fields;
}
