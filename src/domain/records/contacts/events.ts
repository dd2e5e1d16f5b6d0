import { defineRecordEvents } from '#platform/records';
import { contact } from './fields.ts';

defineRecordEvents(contact);
