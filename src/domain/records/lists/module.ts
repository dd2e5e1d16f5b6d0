import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { changeMembersJob } from './jobs/change-members.ts';
import { addMembersOperation } from './operations/add-members.ts';
import { changeMembersChunk } from './operations/change-members-chunk.ts';
import { createList } from './operations/create-list.ts';
import { deleteList } from './operations/delete-list.ts';
import { getList } from './operations/get-list.ts';
import { listLists } from './operations/list-lists.ts';
import { listMembers } from './operations/list-members.ts';
import { removeMembersOperation } from './operations/remove-members.ts';
import { restoreList } from './operations/restore-list.ts';
import { updateList } from './operations/update-list.ts';

export const listsModule = defineModule({
  name: 'lists',
  summary: 'Records gathered under a name, one by one or by a filter.',
  needs: [],
  operations: [
    listLists,
    getList,
    createList,
    updateList,
    deleteList,
    restoreList,
    listMembers,
    addMembersOperation,
    removeMembersOperation,
    changeMembersChunk,
  ],
  jobs: [changeMembersJob],
});
