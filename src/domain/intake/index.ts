export { sniffBytes } from './adapters/contract.ts';
export { csvAdapter } from './adapters/csv/index.ts';
export { intakeModule } from './module.ts';
export { observeImportRows, type RowsObserver } from './observe-rows.ts';
