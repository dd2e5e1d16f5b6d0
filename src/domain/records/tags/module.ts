import './events.ts';
import { defineModule } from '#platform/operations';
import { foldTagCounts } from './handlers/fold-counts.ts';
import { replaceTagsJob } from './jobs/replace-tags.ts';
import { deleteTags } from './operations/delete-tags.ts';
import { listTags } from './operations/list-tags.ts';
import { mergeTags } from './operations/merge-tags.ts';
import { renameTag } from './operations/rename-tag.ts';
import { replaceTagsChunk } from './operations/replace-tags-chunk.ts';

export const tagsModule = defineModule({
  name: 'tags',
  summary: 'The words that records of all kinds bear, renamed and merged on all of them.',
  needs: [],
  operations: [listTags, renameTag, mergeTags, deleteTags, replaceTagsChunk],
  handlers: [foldTagCounts],
  jobs: [replaceTagsJob],
});
