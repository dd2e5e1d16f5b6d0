import { demoModule } from '#domain/demo';
import { duplicatesModule } from '#domain/duplicates';
import { eventsModule } from '#domain/events';
import { identityModule } from '#domain/identity';
import { intakeModule } from '#domain/intake';
import { matchingModule } from '#domain/matching';
import { accountsModule } from '#domain/records/accounts';
import { activitiesModule } from '#domain/records/activities';
import { contactsModule } from '#domain/records/contacts';
import { customFieldsModule } from '#domain/records/custom-fields';
import { historyModule } from '#domain/records/history';
import { timelineModule } from '#domain/records/timeline';
import { viewsModule } from '#domain/records/views';
import { scoringModule } from '#domain/scoring';
import { type Module, operationCatalogue } from '#platform/operations';
import { searchHandler } from '#platform/search';

/** Every module, from the bottom up. */
export const modules: readonly Module[] = [
  identityModule,
  eventsModule,
  matchingModule,
  customFieldsModule,
  accountsModule,
  contactsModule,
  activitiesModule,
  scoringModule,
  duplicatesModule,
  historyModule,
  timelineModule,
  viewsModule,
  intakeModule,
  demoModule,
];

export const operations = operationCatalogue(modules);
export const handlers = [searchHandler(), ...modules.flatMap((module) => module.handlers ?? [])];
export const jobs = modules.flatMap((module) => module.jobs ?? []);
