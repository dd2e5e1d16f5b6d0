export { checkedValues } from './checked-values.ts';
export { type CreateOptions, createRecords } from './create.ts';
export { customFieldsOf, forgetCustomFields } from './custom-fields.ts';
export { tagsFieldId } from './field-values.ts';
export { listInput, selectionInput } from './inputs.ts';
export { defineKind, type RecordDraft, type RecordKind, type WrittenRecord } from './kind.ts';
export { cell, exportOperation } from './lists/export.ts';
export { type CommonFilter, type CommonFilterAnswer, defineCommonFilter } from './lists/filters-of-every-kind.ts';
export { type ListRequest, listCondition, listIds, listRecords, refuseBadFilter } from './lists/list.ts';
export { namesOf } from './names.ts';
export { chooseFields, recordJson } from './projection.ts';
export { purgeRecords, type Referrers, referrersOf } from './purge.ts';
export { getRecord, presentValue, RecordAnswer } from './read.ts';
export { getOperation, listOperation, listRelatedOperation } from './read-operations.ts';
export { onReadableKinds } from './readable-kinds.ts';
export { defineRecordEvents } from './record-events.ts';
export { refuseRings } from './rings.ts';
export { settleMoney } from './settle-money.ts';
export { currentValues } from './stored.ts';
export { type UndoResult, undoChangeSet, undoNextChunk, undoProgress } from './undo.ts';
export { type RecordUpdate, updateRecords } from './update.ts';
export { sameValue } from './values.ts';
export {
  bulkDeleteOperation,
  bulkUpdateOperation,
  createOperation,
  deleteOperation,
  replaceOperation,
  restoreOperation,
  updateOperation,
} from './write-operations.ts';
