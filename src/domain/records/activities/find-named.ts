import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { listOperation } from '#platform/records';
import { bestNamed } from './rules/named.ts';

interface Named {
  id: string;
  name: string;
  account?: { name: string } | null;
}

const mostFound = 20;
const lists = { contact: listOperation(contact), account: listOperation(account) };

async function found(context: Context, object: ObjectType, who: string): Promise<Named[]> {
  const list = object.name === 'contact' ? lists.contact : lists.account;
  const fields = object.name === 'contact' ? ['name', 'accountId'] : ['name'];
  const answer = (await context.call(list, { q: who, fields, limit: mostFound })).parse() as { data: Named[] };
  return bestNamed(answer.data, who);
}

/**
 * The contact that a name means, among those that the actor may see, or else the account. Errors: `name_ambiguous` with those that it may be,
 * `name_unknown`.
 */
export async function findNamed(context: Context, who: string): Promise<{ contactId: string } | { accountId: string }> {
  const people = await found(context, contact, who);
  const companies = people.length > 0 ? [] : await found(context, account, who);
  const [first, second] = [...people, ...companies];
  if (!first)
    throw new Problem('name_unknown', {
      detail: `Nobody here is called '${who}'. Add them first, or say who it is with "on" and the id.`,
      mistakes: [{ path: 'text', message: `names nobody: ${who}` }],
    });
  if (second) throw ambiguous(who, [...people, ...companies]);
  return people.length > 0 ? { contactId: first.id } : { accountId: first.id };
}

function ambiguous(who: string, candidates: readonly Named[]): Problem {
  return new Problem('name_ambiguous', {
    detail: `'${who}' may be any of ${candidates.length}. Send it again with "on" and the id of the one that is meant.`,
    mistakes: candidates.map(({ id, name, account: of }) => ({
      path: 'on',
      message: `${id} ${name}${of ? `, ${of.name}` : ''}`,
    })),
  });
}
