export {
  type ChangeSet,
  type ChangeSetDraft,
  type ChangeSetSearch,
  changeSet,
  insertChangeSet,
  type ListedChangeSet,
  latestChangeSet,
  latestChangeSets,
  objectsOf,
} from './change-sets.ts';
export { type Change, type ChangeDraft, changesOfRecord, changesOfSet, insertChanges, type Values } from './changes.ts';
export { type HistoryEntry, historyOf } from './history.ts';
export { personKeys, rewrapPersonKeys } from './person-keys.ts';
export {
  addWorkspaceKey,
  destroyWorkspaceKeys,
  ensureWorkspaceKey,
  listWorkspaceKeys,
  openWorkspaceKeys,
  rewrapWorkspaceKeys,
} from './workspace-key.ts';
