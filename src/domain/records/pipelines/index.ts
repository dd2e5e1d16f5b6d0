export { pipeline } from './fields.ts';
export { addStageGuard, recordsFollow, type StageGuard } from './kind.ts';
export { pipelinesModule } from './module.ts';
export type { Stage, StageKind } from './rules/stages.ts';
export { stagesInput, stagesOf } from './stage-list.ts';
export { allStages, type KnownStage, lockStages } from './store/stages.ts';
