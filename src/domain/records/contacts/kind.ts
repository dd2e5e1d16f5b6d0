import { defineKind, type RecordDraft } from '#platform/records';
import { contact } from './fields.ts';
import { keepContactPoints } from './store/contact-points.ts';

function named(draft: RecordDraft): void {
  const value = (name: string) =>
    (draft.set[name] === undefined ? draft.before?.[name] : draft.set[name]) as string | null | undefined;
  const name = [value('firstName'), value('lastName')].filter(Boolean).join(' ');
  draft.set.name = name || (value('email') ?? value('phone') ?? '');
}

/** What is special about contacts. */
export const contactKind = defineKind({
  object: contact,
  async prepare(_context, drafts) {
    for (const draft of drafts) named(draft);
  },
  afterWrite: keepContactPoints,
});
