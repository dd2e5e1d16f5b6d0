import { deal } from '#domain/records/deals';
import { timelineOperation } from '../record-timeline.ts';

export const dealTimeline = timelineOperation(deal);
