import { deleteOperation } from '#platform/records';
import { pipeline } from '../fields.ts';

export const deletePipeline = deleteOperation(pipeline);
