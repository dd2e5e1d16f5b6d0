import { customRecord } from '#domain/records/custom-objects';
import { timelineOperation } from '../record-timeline.ts';

export const recordTimeline = timelineOperation(customRecord);
