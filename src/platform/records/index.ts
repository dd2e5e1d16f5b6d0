export { type CreateOptions, createRecords } from './create.ts';
export { customFieldsOf, forgetCustomFields } from './custom-fields.ts';
export { cell, exportOperation } from './export.ts';
export { defineKind, kindOf, type RecordDraft, type RecordKind, type WrittenRecord } from './kind.ts';
export { type ListRequest, listIds, listRecords } from './list.ts';
export { namesOf } from './names.ts';
export { chooseFields, recordJson } from './projection.ts';
export { purgeRecords, type Referrers, referrersOf } from './purge.ts';
export { getRecord, presentValue, RecordAnswer, recordAsOf } from './read.ts';
export { getOperation, listOperation, listRelatedOperation } from './read-operations.ts';
export { defineRecordEvents } from './record-events.ts';
export { refuseRings } from './rings.ts';
export { currentValues } from './stored.ts';
export { takeBack, type UndoResult, undoChangeSet, undoNextChunk, undoProgress } from './undo.ts';
export { type RecordUpdate, updateRecords } from './update.ts';
export { flatten, sameValue, valuesOf } from './values.ts';
export {
  bulkDeleteOperation,
  bulkUpdateOperation,
  createOperation,
  deleteOperation,
  replaceOperation,
  restoreOperation,
  updateOperation,
} from './write-operations.ts';
