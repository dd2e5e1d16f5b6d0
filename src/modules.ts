import { identityModule } from '#domain/identity';
import { accountsModule } from '#domain/records/accounts';
import { activitiesModule } from '#domain/records/activities';
import { contactsModule } from '#domain/records/contacts';
import { type Module, operationCatalogue } from '#platform/operations';

/** Every module, from the bottom up. */
export const modules: readonly Module[] = [identityModule, accountsModule, contactsModule, activitiesModule];

export const operations = operationCatalogue(modules);
export const handlers = modules.flatMap((module) => module.handlers ?? []);
export const jobs = modules.flatMap((module) => module.jobs ?? []);
