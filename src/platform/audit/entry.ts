/** What an entry is about, in the large. */
export const entryKinds = ['write', 'sign_in', 'refusal', 'read', 'export', 'access', 'key', 'erasure', 'gap'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryOutcomes = ['done', 'refused', 'failed'] as const;
export type EntryOutcome = (typeof entryOutcomes)[number];

/** What an entry says beside its columns, where nothing of it is personal. */
export type Details = Readonly<Record<string, string | number | readonly string[]>>;

/** What is personal in an entry; it can be erased. */
export interface Personal {
  actorName?: string;
  impersonatorName?: string;
  address?: string;
  email?: string;
}

/** Something that happened outside of any write, or beside it. */
export interface EntryDraft {
  kind: EntryKind;
  operation: string;
  outcome: EntryOutcome;
  /** The code of the problem that it was refused with. */
  code?: string | undefined;
  /** How many records, or calls, it was about. */
  records?: number;
  recordIds?: readonly string[];
  details?: Details;
  personal?: Personal;
}

/** An entry without its place in the chain. */
export interface Entry {
  id: string;
  at: Date;
  kind: EntryKind;
  operation: string;
  outcome: EntryOutcome;
  code: string | null;
  surface: string;
  requestId: string | null;
  actorType: string;
  actorId: string;
  impersonatorId: string | null;
  changeSetId: string | null;
  records: number;
  recordIds: string[];
  details: Details;
  personal: Personal;
}
