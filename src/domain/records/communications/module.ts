import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { addStep } from './operations/add-step.ts';
import { createCommunication } from './operations/create-communication.ts';
import { createTemplate } from './operations/create-template.ts';
import { deleteCommunication } from './operations/delete-communication.ts';
import { deleteTemplate } from './operations/delete-template.ts';
import { getCommunication } from './operations/get-communication.ts';
import { getLog } from './operations/get-log.ts';
import { getTemplate } from './operations/get-template.ts';
import { getThread } from './operations/get-thread.ts';
import { listCommunications } from './operations/list-communications.ts';
import { listTemplates } from './operations/list-templates.ts';
import { renderTemplate } from './operations/render-template.ts';
import { restoreCommunication } from './operations/restore-communication.ts';
import { updateCommunication } from './operations/update-communication.ts';
import { updateTemplate } from './operations/update-template.ts';

export const communicationsModule = defineModule({
  name: 'communications',
  summary: 'What was written and said: e-mails, calls and short messages, their threads, and templates to write from.',
  needs: ['activities', 'contacts', 'matching'],
  operations: [
    listCommunications,
    getCommunication,
    createCommunication,
    updateCommunication,
    deleteCommunication,
    restoreCommunication,
    getThread,
    getLog,
    addStep,
    listTemplates,
    getTemplate,
    createTemplate,
    updateTemplate,
    deleteTemplate,
    renderTemplate,
  ],
});
