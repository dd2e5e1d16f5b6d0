import { getOperation } from '#platform/records';
import { share } from '../fields.ts';

export const getShare = getOperation(share);
