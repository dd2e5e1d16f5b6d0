export { account } from './fields.ts';
export { accountsModule } from './module.ts';
export { accountsByDomain, accountsByKey } from './store/hierarchy.ts';
