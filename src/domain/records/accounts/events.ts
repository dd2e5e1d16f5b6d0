import { defineRecordEvents } from '#platform/records';
import { account } from './fields.ts';

export const accountEvents = defineRecordEvents(account);
