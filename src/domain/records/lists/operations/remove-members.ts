import { defineOperation } from '#platform/operations';
import { changeBySelection, changedAnswer, memberSelection } from '../change-by-selection.ts';

export const removeMembersOperation = defineOperation({
  name: 'lists.removeMembers',
  summary: 'Takes records off a static list: by their ids, or all that a filter finds.',
  kind: 'write',
  permission: 'lists:write',
  route: { method: 'POST', path: '/lists/:id/members/remove' },
  positional: ['id'],
  subject: 'list',
  input: memberSelection,
  problems: ['conflict', 'unknown_field'],
  output: changedAnswer,
  run: (context, input) => changeBySelection(context, 'remove', input),
});
