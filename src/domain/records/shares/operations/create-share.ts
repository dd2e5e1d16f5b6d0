import { createOperation } from '#platform/records';
import { share } from '../fields.ts';

export const createShare = createOperation(share);
