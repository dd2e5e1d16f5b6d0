import { expect, it } from 'vitest';
import { scoreText } from './score-text.ts';

it('says the score with its tier, and each component out of 100', () => {
  const breakdown = { firmographic: 80, behavioral: 75, intent: 70 };
  expect(scoreText({ score: 78, tier: 'HOT', breakdown })).toBe(
    'Contact score: 78 (HOT)\nFirmographic: 80/100\nBehavioral: 75/100\nIntent: 70/100',
  );
});
