import { defineObject, field } from '#platform/fields';

/** A way that deals go, step by step. */
export const pipeline = defineObject({
  name: 'pipeline',
  plural: 'pipelines',
  label: 'Pipeline',
  pluralLabel: 'Pipelines',
  description: 'A way that deals go, from the first talk until they are won or lost.',
  prefix: 'pl',
  table: 'pipelines',
  extensible: false,
  defaultSort: 'createdAt',
  fields: {
    name: field.text({ label: 'Name', description: 'What the pipeline is called.', maxLength: 255, required: true }),
    description: field.longText({ label: 'Description', description: 'Which deals go this way.', maxLength: 5000 }),
    isDefault: field.boolean({
      label: 'Default',
      description: 'Whether a deal that names no pipeline goes this way; one pipeline is the default.',
      initial: false,
    }),
    stages: field.json({
      label: 'Stages',
      description:
        'The steps in their order: id, name, order, probability, color, kind, rottingDays, requires, forecastCategory.',
      many: true,
      readOnly: true,
    }),
    lossReasons: field.tags({
      label: 'Loss reasons',
      description: 'Why deals of this pipeline can be lost; an empty list takes any reason.',
      filterable: false,
    }),
  },
});

/** A step of a pipeline; in the catalogue for its ids alone, since it is written with its pipeline. */
defineObject({
  name: 'stage',
  plural: 'stages',
  label: 'Stage',
  pluralLabel: 'Stages',
  description: 'A step of a pipeline.',
  prefix: 'sg',
  table: 'pipeline_stages',
  extensible: false,
  standsAlone: false,
  fields: {
    name: field.text({ label: 'Name', description: 'What the stage is called.', maxLength: 100, readOnly: true }),
  },
});
