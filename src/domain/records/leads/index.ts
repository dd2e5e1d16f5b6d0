export { contactsFor, newCompanies, type Person } from './contacts-of-leads.ts';
export { lead } from './fields.ts';
export type { LeadExtra } from './lead-extra.ts';
export { leadsModule } from './module.ts';
export { kindOfStatus, type LeadSettings, statusNamed } from './rules/lead-settings.ts';
export { leadSettings } from './store/lead-settings.ts';
export { leadsBySourceKey, type OpenLead, openLeadsOfContacts } from './store/leads.ts';
