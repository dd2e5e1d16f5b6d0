import { deleteOperation } from '#platform/records';
import { product } from '../fields.ts';

export const deleteProduct = deleteOperation(product);
