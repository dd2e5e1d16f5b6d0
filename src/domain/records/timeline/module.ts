import { defineModule } from '#platform/operations';
import { accountTimeline } from './operations/account-timeline.ts';
import { contactTimeline } from './operations/contact-timeline.ts';
import { dealTimeline } from './operations/deal-timeline.ts';
import { leadTimeline } from './operations/lead-timeline.ts';
import { recordTimeline } from './operations/record-timeline.ts';

export const timelineModule = defineModule({
  name: 'timeline',
  summary: 'What happened with a record, told in one line: activities, communications, tasks and changes.',
  needs: ['accounts', 'activities', 'communications', 'contacts', 'custom-objects', 'deals', 'leads', 'tasks'],
  operations: [contactTimeline, accountTimeline, dealTimeline, leadTimeline, recordTimeline],
});
