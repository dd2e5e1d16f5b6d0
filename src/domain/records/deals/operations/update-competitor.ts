import { updateOperation } from '#platform/records';
import { competitor } from '../fields.ts';

export const updateCompetitor = updateOperation(competitor);
