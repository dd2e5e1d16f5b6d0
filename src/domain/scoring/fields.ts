import { defineObject, field } from '#platform/fields';

/** A way to score: one of a workspace is in use, the others are drafts. */
export const scoringModel = defineObject({
  name: 'scoringModel',
  plural: 'scoringModels',
  path: 'scoring/models',
  label: 'Scoring model',
  pluralLabel: 'Scoring models',
  description: 'Weights, tiers, grades and the points of every factor: what scores are made by.',
  prefix: 'sm',
  table: 'scoring_models',
  extensible: false,
  standsAlone: false,
  events: 'scoring.model',
  fields: {
    name: field.text({ label: 'Name', description: 'What the model is called.', required: true, maxLength: 255 }),
    description: field.longText({ label: 'Description', description: 'What it is for.', initial: '' }),
    config: field.json({ label: 'Config', description: 'The model itself.', required: true, filterable: false }),
    active: field.boolean({
      label: 'In use',
      description: 'Whether scores are made by it.',
      column: 'is_active',
      readOnly: true,
      initial: false,
      filterable: false,
    }),
  },
});
