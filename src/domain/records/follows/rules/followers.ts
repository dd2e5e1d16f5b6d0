/** A follow as it is kept. */
export interface KnownFollow {
  userId: string;
  following: boolean;
  reason: string;
  since: Date;
}

export interface Follower {
  userId: string;
  /** `owner`: as long as they own it. */
  reason: string;
  since: Date | null;
}

/** Who follows a record: those who do, and its owner, unless they have stopped. */
export function followersAmong(known: readonly KnownFollow[], ownerId: string | null): Follower[] {
  const followers: Follower[] = known
    .filter((one) => one.following)
    .map(({ userId, reason, since }) => ({ userId, reason, since }));
  const isKnown = known.some((one) => one.userId === ownerId);
  return ownerId === null || isKnown ? followers : [{ userId: ownerId, reason: 'owner', since: null }, ...followers];
}
