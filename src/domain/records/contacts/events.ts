import { defineRecordEvents } from '#platform/records';
import { contact } from './fields.ts';

export const contactEvents = defineRecordEvents(contact);
