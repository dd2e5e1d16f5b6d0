import { expect, test } from 'vitest';
import type { Stage, StageKind } from '../data/pipelines.ts';
import { likelyStage } from './likely-stage.ts';

const stage = (name: string, kind: StageKind = 'open'): Stage => ({
  id: name,
  name,
  kind,
  order: 0,
  probability: 0,
  color: 'gray',
  rottingDays: null,
  requires: [],
  forecastCategory: 'pipeline',
});
const from = ['First', 'Second', 'Third'].map((name) => stage(name)).concat(stage('Won', 'won'), stage('Lost', 'lost'));
const to = [stage('Hello'), stage('second'), stage('Nearly'), stage('Signed', 'won'), stage('Gone', 'lost')];

test.each([
  ['First', 'Hello'],
  ['Second', 'second'],
  ['Third', 'Nearly'],
  ['Won', 'Signed'],
  ['Lost', 'Gone'],
])('%s becomes %s', (name, becomes) => {
  const own = from.find((one) => one.name === name);
  expect(own && likelyStage(own, from, to)?.name).toBe(becomes);
});

test('without a stage of its kind there is none', () => {
  expect(likelyStage(stage('First'), from, [stage('Signed', 'won')])).toBeUndefined();
});
