import type { Context } from '#platform/context';
import type { Field } from '#platform/fields';
import { workspaceObjects } from '#platform/records';
import type { ImportField } from '../rules/import-field.ts';
import { oneOf } from '../rules/import-plan.ts';
import { importableFields } from '../rules/read-head.ts';
import { accountsTarget } from './accounts.ts';
import { contactsTarget } from './contacts.ts';
import type { Target } from './contract.ts';
import { customTarget } from './custom.ts';
import { dealsTarget } from './deals.ts';
import { leadsTarget } from './leads.ts';
import { productsTarget } from './products.ts';

/** The kinds of records that a file can bring in, by their names in the plural. */
const targets: Readonly<Record<string, Target>> = {
  contacts: contactsTarget,
  accounts: accountsTarget,
  leads: leadsTarget,
  deals: dealsTarget,
  products: productsTarget,
};

/** What rows of a kind become, by its name or its name in the plural; kinds that the workspace has made too. Errors: `validation_failed`. */
export async function targetNamed(reader: Pick<Context, 'sql' | 'workspaceId' | 'now'>, name: string): Promise<Target> {
  const declared = Object.entries(targets).find(([plural, target]) => plural === name || target.object.name === name);
  if (declared) return declared[1];
  const own = [...(await workspaceObjects(reader)).values()];
  const object = own.find((one) => one.name === name || one.plural === name);
  if (object) return customTarget(object);
  oneOf('object', name, [...Object.keys(targets), ...own.map((one) => one.plural)]);
  throw new Error(`Nothing knows how to import ${name}.`);
}

/** The fields that columns of a file can be mapped to, those of the workspace included. */
export function fieldsOf(target: Target, custom: Iterable<Field>): ImportField[] {
  const fields = importableFields(target.object.fields.values(), custom, target.references);
  return target.mappable?.(fields) ?? fields;
}
