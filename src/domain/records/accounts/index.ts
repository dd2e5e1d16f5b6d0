export { account } from './fields.ts';
export { accountsModule } from './module.ts';
