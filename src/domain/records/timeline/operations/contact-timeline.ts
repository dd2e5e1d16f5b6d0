import { contact } from '#domain/records/contacts';
import { timelineOperation } from '../record-timeline.ts';

export const contactTimeline = timelineOperation(contact);
