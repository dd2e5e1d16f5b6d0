export { demoModule } from './module.ts';
export { type DemoAccount, generateAccounts } from './rules/accounts.ts';
export { type DemoContact, generateContacts } from './rules/contacts.ts';
