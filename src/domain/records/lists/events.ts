import { defineRecordEvents } from '#platform/records';
import { list, listMember } from './fields.ts';

defineRecordEvents(list);
defineRecordEvents(listMember);
