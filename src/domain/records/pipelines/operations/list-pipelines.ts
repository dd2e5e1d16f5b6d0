import { listOperation } from '#platform/records';
import { pipeline } from '../fields.ts';

export const listPipelines = listOperation(pipeline);
