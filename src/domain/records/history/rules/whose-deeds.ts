import type { Reach } from '#platform/database';

/**
 * Whose deeds somebody is told of, as UUIDs of actors: everybody's (undefined) where every kind of record is reached, those of the team where
 * the team's are, else one's own. What was done to a record is told to whoever sees the record, whoever did it.
 */
export function whoseDeeds(reach: Reach | undefined): readonly string[] | undefined {
  if (!reach) return undefined;
  const levels = Object.values(reach.read);
  if (levels.every((level) => level === 'all')) return undefined;
  return levels.every((level) => level === 'all' || level === 'team') ? reach.owners.team : reach.owners.own;
}
