import { restoreOperation } from '#platform/records';
import { share } from '../fields.ts';

export const restoreShare = restoreOperation(share);
