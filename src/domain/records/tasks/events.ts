import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { task, taskRule } from './fields.ts';

defineRecordEvents(task);
defineRecordEvents(taskRule);

const ids = { recordIds: 'the ids of the tasks' };
const told = { ...ids, assigneeId: 'who is to do them; null when nobody has them yet' };

defineEvent({
  type: 'crm.task.due_soon',
  object: 'task',
  summary:
    'Tasks are due soon: in the morning of the day where their assignee is, an hour before, or when asked to be reminded.',
  aliases: ['task.due_soon'],
  data: told,
});

defineEvent({
  type: 'crm.task.overdue',
  object: 'task',
  summary: 'The time of tasks has passed, and they are not done.',
  aliases: ['task.overdue'],
  data: told,
});

defineEvent({
  type: 'crm.task.completed',
  object: 'task',
  summary: 'Tasks were done.',
  aliases: ['task.completed'],
  data: ids,
});

defineEvent({
  type: 'crm.taskRule.stopped',
  object: 'taskRule',
  summary: 'Rules that could not be applied any more were switched off.',
  data: { recordIds: 'the ids of the rules' },
});
