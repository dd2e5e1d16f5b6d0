import { deleteOperation } from '#platform/records';
import { customField } from '../fields.ts';

/** Its values stay hidden with the records for 30 days; then a job removes them. */
export const deleteField = deleteOperation(customField);
