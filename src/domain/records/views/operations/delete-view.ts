import { deleteOperation } from '#platform/records';
import { view } from '../fields.ts';

export const deleteView = deleteOperation(view);
