import { getOperation } from '#platform/records';
import { pipeline } from '../fields.ts';

export const getPipeline = getOperation(pipeline);
