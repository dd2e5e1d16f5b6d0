import { deleteOperation } from '#platform/records';
import { competitor } from '../fields.ts';

export const removeCompetitor = deleteOperation(competitor);
