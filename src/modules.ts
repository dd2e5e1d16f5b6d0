import { accessModule } from '#domain/access';
import { auditModule } from '#domain/audit';
import { demoModule } from '#domain/demo';
import { duplicatesModule } from '#domain/duplicates';
import { encryptionModule } from '#domain/encryption';
import { escalationsModule } from '#domain/escalations';
import { eventsModule } from '#domain/events';
import { filesModule } from '#domain/files';
import { identityModule } from '#domain/identity';
import { intakeModule } from '#domain/intake';
import { matchingModule } from '#domain/matching';
import { mergingModule } from '#domain/merging';
import { accountsModule } from '#domain/records/accounts';
import { activitiesModule } from '#domain/records/activities';
import { commentsModule } from '#domain/records/comments';
import { communicationsModule } from '#domain/records/communications';
import { contactsModule } from '#domain/records/contacts';
import { currenciesModule } from '#domain/records/currencies';
import { customFieldsModule } from '#domain/records/custom-fields';
import { customObjectsModule } from '#domain/records/custom-objects';
import { dealsModule } from '#domain/records/deals';
import { followsModule } from '#domain/records/follows';
import { forecastsModule } from '#domain/records/forecasts';
import { historyModule } from '#domain/records/history';
import { leadsModule } from '#domain/records/leads';
import { listsModule } from '#domain/records/lists';
import { pipelinesModule } from '#domain/records/pipelines';
import { productsModule } from '#domain/records/products';
import { relationshipsModule } from '#domain/records/relationships';
import { sharesModule } from '#domain/records/shares';
import { tagsModule } from '#domain/records/tags';
import { tasksModule } from '#domain/records/tasks';
import { territoriesModule } from '#domain/records/territories';
import { timelineModule } from '#domain/records/timeline';
import { viewsModule } from '#domain/records/views';
import { routingModule } from '#domain/routing';
import { scoringModule } from '#domain/scoring';
import { teamsModule } from '#domain/teams';
import { thresholdsModule } from '#domain/thresholds';
import { type Module, operationCatalogue } from '#platform/operations';
import { findObject } from '#platform/records';
import { searchHandler } from '#platform/search';

/** Every module, from the bottom up. */
export const modules: readonly Module[] = [
  teamsModule,
  identityModule,
  auditModule,
  encryptionModule,
  eventsModule,
  matchingModule,
  customFieldsModule,
  customObjectsModule,
  accountsModule,
  contactsModule,
  activitiesModule,
  communicationsModule,
  tasksModule,
  pipelinesModule,
  currenciesModule,
  dealsModule,
  forecastsModule,
  thresholdsModule,
  productsModule,
  scoringModule,
  territoriesModule,
  accessModule,
  routingModule,
  escalationsModule,
  leadsModule,
  mergingModule,
  duplicatesModule,
  relationshipsModule,
  followsModule,
  commentsModule,
  sharesModule,
  tagsModule,
  listsModule,
  filesModule,
  historyModule,
  timelineModule,
  viewsModule,
  intakeModule,
  demoModule,
];

export const operations = operationCatalogue(modules);
export const handlers = [searchHandler(findObject), ...modules.flatMap((module) => module.handlers ?? [])];
export const jobs = modules.flatMap((module) => module.jobs ?? []);
