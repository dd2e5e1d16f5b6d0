import { defineModule } from '#platform/operations';
import { accountTimeline } from './operations/account-timeline.ts';
import { contactTimeline } from './operations/contact-timeline.ts';

export const timelineModule = defineModule({
  name: 'timeline',
  summary: 'What happened with a record, told in one line: activities and changes.',
  needs: ['accounts', 'activities', 'contacts'],
  operations: [contactTimeline, accountTimeline],
});
