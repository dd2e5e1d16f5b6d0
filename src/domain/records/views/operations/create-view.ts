import { createOperation } from '#platform/records';
import { view } from '../fields.ts';

export const createView = createOperation(view);
