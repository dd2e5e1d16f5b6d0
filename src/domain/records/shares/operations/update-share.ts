import { updateOperation } from '#platform/records';
import { share } from '../fields.ts';

export const updateShare = updateOperation(share);
