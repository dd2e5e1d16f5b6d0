import type { Tell } from '../tell-input.ts';

/** What is known of the users who may be told. */
export interface Chain {
  userId: string;
  role: string;
  managerId: string | null;
  isActive: boolean;
}

/** The users that are meant for a record, each once; those who cannot sign in any more are left out. */
export function whomToTell(tell: Tell, ownerId: string | null, chains: ReadonlyMap<string, Chain>): string[] {
  const owner = ownerId === null ? undefined : chains.get(ownerId);
  const withRole = [...chains.values()].filter(({ role }) => tell.roles.includes(role));
  const meant = [
    tell.owner ? owner?.userId : undefined,
    tell.manager ? owner?.managerId : undefined,
    ...tell.userIds,
    ...withRole.map(({ userId }) => userId),
  ];
  const told = meant.filter((id) => typeof id === 'string');
  return [...new Set(told)].filter((id) => chains.get(id)?.isActive);
}
