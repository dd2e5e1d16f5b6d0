import { activity } from '#domain/records/activities';
import { historyOperation } from './record-history.ts';

export const listActivityHistory = historyOperation(activity);
