import { updateOperation } from '#platform/records';
import { pipeline } from '../fields.ts';

export const updatePipeline = updateOperation(pipeline);
