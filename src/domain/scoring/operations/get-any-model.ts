import { getOperation } from '#platform/records';
import { scoringModel } from '../fields.ts';

export const getAnyModel = getOperation(scoringModel);
