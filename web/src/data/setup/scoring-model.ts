import { queryOptions } from '@tanstack/react-query';
import { kith } from '../kith.ts';
import { queryClient } from '../query-client.ts';
import { scoringModelOptions } from '../records.ts';
import type { Component } from '../types.ts';

export interface Range {
  min: number;
  /** Without an end: and more. */
  max?: number;
  score: number;
}
export interface RangeFactor {
  ranges: Range[];
}
export interface ValueFactor {
  values: Record<string, number>;
  other: number;
}
export interface SeniorityFactor {
  levels: { level: string; score: number; phrases: string[] }[];
  other: number;
}
export interface ActivityFactor {
  /** Points of one of them inside the component: `weight` of behavior, `points` of intent. */
  weight?: number;
  points?: number;
  decayDays: number;
  max?: number;
  activityTypes?: string[];
  text?: { one: string; many: string };
}

export interface Firmographic {
  employeeCount?: RangeFactor;
  annualRevenue?: RangeFactor;
  industry?: ValueFactor;
  titleSeniority?: SeniorityFactor;
  department?: ValueFactor;
  country?: ValueFactor;
}

/** Weights are percent, points are those inside a component (0 to 100), times are days. */
export interface ScoringModel {
  weights: Record<Component, number>;
  thresholds: { salesReady: number; hot: number; warm: number };
  grades: { A: number; B: number; C: number; D: number };
  activityWindowDays: number;
  firmographic: Firmographic;
  behavioral: Record<string, ActivityFactor>;
  intent: Record<string, ActivityFactor>;
}

export interface SavedModel {
  model: ScoringModel;
  /** The version, for saving on top of it. */
  etag: string | undefined;
}

export const editedModelOptions = queryOptions({
  queryKey: [...scoringModelOptions.queryKey, 'edited'],
  queryFn: async ({ signal }): Promise<SavedModel> => {
    let etag: string | undefined;
    const model = await kith.scoring.model.get<ScoringModel>(
      {},
      { signal, onDetails: (details) => (etag = details.etag) },
    );
    return { model, etag };
  },
});

/** Saves the model; with the version that it is based on, a newer one is not overwritten (412). */
export async function saveModel(model: ScoringModel, version: string | undefined): Promise<SavedModel> {
  let etag: string | undefined;
  const saved = await kith.scoring.model.update<ScoringModel>(
    model as Parameters<typeof kith.scoring.model.update>[0],
    {
      version,
      onDetails: (details) => (etag = details.etag),
    },
  );
  const answer = { model: saved, etag };
  queryClient.setQueryData(editedModelOptions.queryKey, answer);
  queryClient.setQueryData(scoringModelOptions.queryKey, saved);
  return answer;
}
