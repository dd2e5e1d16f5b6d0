import { account } from '#domain/records/accounts';
import { timelineOperation } from '../record-timeline.ts';

export const accountTimeline = timelineOperation(account);
