import { defineRecordEvents } from '#platform/records';
import { account } from './fields.ts';

defineRecordEvents(account);
