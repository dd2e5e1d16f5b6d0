export { nextDecayAt } from './rules/decay.ts';
export { defaultScoringModel } from './rules/default-model.ts';
export { type ScoringModel, scoringModelSchema } from './rules/model.ts';
export type { ActivityEvidence, FieldEvidence, ScoreReason } from './rules/reasons.ts';
export { type QuickScore, quickScore, type Score, scoreOf } from './rules/score.ts';
export type { Component, ScoredActivity, ScoredSubject } from './rules/subject.ts';
export { type Grade, gradeOf, type Tier, type TierChange, tierChange, tierOf, tiers } from './rules/tiers.ts';
