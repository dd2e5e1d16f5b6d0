import './errors.ts';
import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createPipeline } from './operations/create-pipeline.ts';
import { deletePipeline } from './operations/delete-pipeline.ts';
import { getPipeline } from './operations/get-pipeline.ts';
import { listPipelines } from './operations/list-pipelines.ts';
import { restorePipeline } from './operations/restore-pipeline.ts';
import { updatePipeline } from './operations/update-pipeline.ts';

export const pipelinesModule = defineModule({
  name: 'pipelines',
  summary: 'The ways that deals go, and their stages.',
  needs: [],
  operations: [listPipelines, getPipeline, createPipeline, updatePipeline, deletePipeline, restorePipeline],
});
