export { intakeModule } from './module.ts';
export { observeImportRows, type RowsObserver } from './observe-rows.ts';
