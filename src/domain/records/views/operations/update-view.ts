import { updateOperation } from '#platform/records';
import { view } from '../fields.ts';

export const updateView = updateOperation(view);
