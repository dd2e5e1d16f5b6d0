export type { DealExtra } from './extra.ts';
export { deal } from './fields.ts';
export { dealsModule } from './module.ts';
