import { restoreOperation } from '#platform/records';
import { pipeline } from '../fields.ts';

export const restorePipeline = restoreOperation(pipeline);
