import { restoreOperation } from '#platform/records';
import { scoringModel } from '../fields.ts';

export const restoreModel = restoreOperation(scoringModel);
