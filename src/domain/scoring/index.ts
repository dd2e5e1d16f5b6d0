export { scoringModule } from './module.ts';
export { defaultScoringModel } from './rules/default-model.ts';
export { scoreNew } from './rules/first-score.ts';
export type { ScoringModel } from './rules/model.ts';
export type { ActivityEvidence, FieldEvidence, ScoreReason } from './rules/reasons.ts';
export { type QuickScore, quickScore, type Score } from './rules/score.ts';
export type { Component, ScoredActivity, ScoredSubject } from './rules/subject.ts';
export { type Grade, type Tier, type TierChange, tierOf } from './rules/tiers.ts';
export { type ActiveModel, activeModel } from './store/models.ts';
