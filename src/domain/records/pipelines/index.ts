export { pipeline, stage } from './fields.ts';
export { addStageGuard, type StageGuard } from './kind.ts';
export { pipelinesModule } from './module.ts';
export { forecastCategories, type Stage, type StageKind } from './rules/stages.ts';
export { stagesInput, stagesOf } from './stage-list.ts';
export { allStages, type KnownStage, lockStages } from './store/stages.ts';
