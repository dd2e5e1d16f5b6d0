import './events.ts';
import { defineModule } from '#platform/operations';
import { followMerges } from './handlers/follow-merges.ts';
import { suggestDuplicates } from './handlers/suggest-duplicates.ts';
import { contactQuality } from './operations/contact-quality.ts';
import { dismissDuplicate } from './operations/dismiss-duplicate.ts';
import { listDuplicates } from './operations/list-duplicates.ts';

export const duplicatesModule = defineModule({
  name: 'duplicates',
  summary: 'Who may be the same as somebody else, for people to decide, and how good a record is.',
  needs: ['matching', 'contacts', 'merging'],
  operations: [listDuplicates, dismissDuplicate, contactQuality],
  handlers: [suggestDuplicates, followMerges],
});
