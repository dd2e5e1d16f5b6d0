import { describe, expect, it } from 'vitest';
import { defaultScoringModel as model } from './default-model.ts';
import { gradeOf, tierChange, tierOf } from './tiers.ts';

describe('tiers and grades', () => {
  it.each([
    [100, 'SALES_READY', 'A'],
    [90, 'SALES_READY', 'A'],
    [89, 'HOT', 'B'],
    [70, 'HOT', 'B'],
    [69, 'WARM', 'C'],
    [50, 'WARM', 'C'],
    [49, 'COLD', 'D'],
    [30, 'COLD', 'D'],
    [29, 'COLD', 'F'],
    [0, 'COLD', 'F'],
  ])('of %i are %s and %s', (score, tier, grade) => {
    expect([tierOf(model, score), gradeOf(model, score)]).toEqual([tier, grade]);
  });
});

describe('a change of tier', () => {
  it('says that somebody has become qualified, once', () => {
    expect(tierChange('WARM', 'HOT')).toMatchObject({
      changed: true,
      direction: 'up',
      becameQualified: true,
      becameSalesReady: false,
    });
    expect(tierChange('HOT', 'SALES_READY')).toMatchObject({ becameQualified: false, becameSalesReady: true });
    expect(tierChange(null, 'SALES_READY')).toMatchObject({ becameQualified: true, becameSalesReady: true });
  });

  it('says nothing of who stays or falls', () => {
    expect(tierChange('HOT', 'HOT')).toMatchObject({ changed: false, direction: 'same', becameQualified: false });
    expect(tierChange('SALES_READY', 'HOT')).toMatchObject({
      changed: true,
      direction: 'down',
      becameQualified: false,
    });
  });
});
