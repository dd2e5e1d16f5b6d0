import './events.ts';
import { defineModule } from '#platform/operations';
import { makeDemo } from './jobs/make-demo.ts';
import { takeDemoAway } from './jobs/remove-demo.ts';
import { createDemo } from './operations/create-demo.ts';
import { getDemo } from './operations/get-demo.ts';
import { removeDemo } from './operations/remove-demo.ts';

export const demoModule = defineModule({
  name: 'demo',
  summary:
    'Believable accounts, contacts, activities, leads, deals and tasks to look around in, and how to be rid of them.',
  needs: [
    'identity',
    'matching',
    'accounts',
    'activities',
    'contacts',
    'currencies',
    'deals',
    'leads',
    'pipelines',
    'products',
    'relationships',
    'scoring',
    'tasks',
  ],
  operations: [createDemo, getDemo, removeDemo],
  jobs: [makeDemo, takeDemoAway],
});
