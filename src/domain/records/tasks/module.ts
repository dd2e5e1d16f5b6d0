import './errors.ts';
import './events.ts';
import './kind.ts';
import './rule-kind.ts';
import { defineModule } from '#platform/operations';
import { applyRules } from './handlers/apply-rules.ts';
import { tellDueTasks } from './jobs/tell-due-tasks.ts';
import { bulkDeleteTasks } from './operations/bulk-delete-tasks.ts';
import { bulkUpdateTasks } from './operations/bulk-update-tasks.ts';
import { completeTask } from './operations/complete-task.ts';
import { countTasks } from './operations/count-tasks.ts';
import { createTask } from './operations/create-task.ts';
import { createTaskRule } from './operations/create-task-rule.ts';
import { deleteTask } from './operations/delete-task.ts';
import { deleteTaskRule } from './operations/delete-task-rule.ts';
import { getAgenda } from './operations/get-agenda.ts';
import { getTask } from './operations/get-task.ts';
import { getTaskRule } from './operations/get-task-rule.ts';
import { listTaskRules } from './operations/list-task-rules.ts';
import { listTasks } from './operations/list-tasks.ts';
import { replaceTask } from './operations/replace-task.ts';
import { restoreTask } from './operations/restore-task.ts';
import { tellDue } from './operations/tell-due.ts';
import { updateTask } from './operations/update-task.ts';
import { updateTaskRule } from './operations/update-task-rule.ts';

export const tasksModule = defineModule({
  name: 'tasks',
  summary: 'What somebody has to do by a time: reminded of once, coming again, made by rules.',
  needs: ['activities'],
  operations: [
    listTasks,
    getAgenda,
    countTasks,
    getTask,
    createTask,
    updateTask,
    replaceTask,
    deleteTask,
    restoreTask,
    bulkUpdateTasks,
    bulkDeleteTasks,
    completeTask,
    tellDue,
    listTaskRules,
    getTaskRule,
    createTaskRule,
    updateTaskRule,
    deleteTaskRule,
  ],
  handlers: [applyRules],
  jobs: [tellDueTasks],
});
