export { visibleOf, whomToAsk, writableOf } from './beyond.ts';
export { checkedValues } from './checked-values.ts';
export { formulaFieldsOf } from './computed/formula-fields.ts';
export { rollupSources } from './computed/rollup-sources.ts';
export { derivedChanged, refreshComputed } from './computed/rollups.ts';
export { type CreateOptions, createRecords, ownerByMaking } from './create.ts';
export {
  allCustomFields,
  catalogueChanges,
  forgetCustomFields,
  hiddenFieldsOf,
  type Rollup,
  rollupsOver,
  workspaceObjects,
} from './custom-fields.ts';
export { keepFieldAnew, tagsFieldId } from './field-values.ts';
export { listInput, objectInput, pathOf, positionalOf, selectionInput } from './inputs.ts';
export { declaredFields, defineKind, type RecordDraft, type RecordKind, type WrittenRecord } from './kind.ts';
export { cell, exportOperation } from './lists/export.ts';
export { type CommonFilter, type CommonFilterAnswer, defineCommonFilter } from './lists/filters-of-every-kind.ts';
export { type ListRequest, listCondition, listIds, listRecords, refuseBadFilter } from './lists/list.ts';
export { type MoveCursor, moveReferences, referenceCounts } from './moving/move-references.ts';
export { namesOf } from './names.ts';
export { chooseFields, recordJson, seenJson } from './projection.ts';
export { purgeRecords, type Referrers, referrersOf } from './purge.ts';
export { answerSoon, answerWritten, getRecord, presentValue, RecordAnswer, refuseUnseen } from './read.ts';
export { getOperation, listOperation, listRelatedOperation } from './read-operations.ts';
export { defineRecordEvents } from './record-events.ts';
export { chainsAbove, refuseRings } from './rings.ts';
export { settleMoney } from './settle-money.ts';
export { onReadableKinds, partsOfReadable, refuseUnreadable } from './sight/readable-kinds.ts';
export { customFieldsOf, isRead, mayReadFields, refuseUnreadSums, type Seen, seenBy } from './sight/seen.ts';
export { currentValues } from './stored.ts';
export {
  provideUndo,
  refuseUnseenSet,
  type UndoResult,
  undoChangeSet,
  undoNextChunk,
  undoProgress,
} from './undo/undo.ts';
export { previewUndo } from './undo/undo-preview.ts';
export { holdersOf } from './unique-values.ts';
export { type RecordUpdate, updateRecords } from './update.ts';
export { sameValue } from './values.ts';
export { findObject, kindsHere, objectFor, objectMeant, recordsOf } from './workspace-object.ts';
export {
  bulkDeleteOperation,
  bulkUpdateOperation,
  createOperation,
  deleteOperation,
  replaceOperation,
  restoreOperation,
  updateOperation,
} from './write-operations.ts';
