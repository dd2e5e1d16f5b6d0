import { lead } from '#domain/records/leads';
import { timelineOperation } from '../record-timeline.ts';

export const leadTimeline = timelineOperation(lead);
