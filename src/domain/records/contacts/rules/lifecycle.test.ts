import { expect, test } from 'vitest';
import { isKithStage, lifecycleSchema, shippedLifecycle, stageNamed, stagesBefore } from './lifecycle.ts';

const { stages } = shippedLifecycle;

test('a stage is found by its name or label, whatever the case', () => {
  expect(stageNamed(shippedLifecycle, ' Marketing QUALIFIED ')).toBe('mql');
  expect(stageNamed(shippedLifecycle, 'SQL')).toBe('sql');
  expect(stageNamed(shippedLifecycle, 'nobody')).toBeUndefined();
});

test('what comes before a stage goes by the order of the workspace', () => {
  expect(stagesBefore(shippedLifecycle, 'opportunity')).toEqual(['subscriber', 'lead', 'mql', 'sql']);
  const turned = lifecycleSchema.parse({ stages: [...stages].reverse() });
  expect(stagesBefore(turned, 'customer')).toEqual(['evangelist']);
  expect(stagesBefore(turned, 'subscriber')).toHaveLength(6);
});

test('the stages that Kith moves people to stay, and none is there twice', () => {
  for (const name of ['subscriber', 'lead', 'opportunity', 'customer']) {
    expect(isKithStage(name)).toBe(true);
    const without = stages.filter((stage) => stage.name !== name);
    expect(lifecycleSchema.safeParse({ stages: without }).error?.issues[0]?.message).toContain(`'${name}' must stay`);
  }
  expect(isKithStage('mql')).toBe(false);
  for (const again of [
    { name: 'lead', label: 'Other' },
    { name: 'other', label: 'LEAD' },
  ])
    expect(lifecycleSchema.safeParse({ stages: [...stages, again] }).success).toBe(false);
});
