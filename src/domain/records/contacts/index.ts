export { contact, lifecycleStages } from './fields.ts';
export { contactsModule } from './module.ts';
