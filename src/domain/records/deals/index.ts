export type { DealExtra } from './extra.ts';
export { competitor, deal, stakeholder } from './fields.ts';
export { dealsModule } from './module.ts';
export { pipelineFigures } from './pipeline-metrics.ts';
