import { defineEvent, type EventType } from '#platform/events';
import type { ObjectType } from '#platform/fields';

/**
 * Declares what can happen to every kind of record: created, updated, deleted, restored.
 * @param families names by which a reader subscribes to all of them and more
 */
export function defineRecordEvents(object: ObjectType, families: readonly string[] = []): EventType[] {
  const { name, label, events } = object;
  const ids = { recordIds: `the ids of the ${object.plural}, up to 1,000 in one event` };
  return [
    defineEvent({
      type: `${events}.created`,
      object: name,
      summary: `${label} records were created.`,
      aliases: [`${name}.created`],
      families,
      data: { ...ids, source: 'where they came from' },
    }),
    defineEvent({
      type: `${events}.updated`,
      object: name,
      summary: `Values of ${object.plural} were changed.`,
      aliases: [`${name}.updated`],
      families,
      data: { ...ids, fields: 'the names of the fields that changed' },
    }),
    defineEvent({
      type: `${events}.deleted`,
      object: name,
      summary: `${object.pluralLabel} were deleted; they can be restored.`,
      aliases: [`${name}.deleted`],
      families,
      data: ids,
    }),
    defineEvent({
      type: `${events}.restored`,
      object: name,
      summary: `Deleted ${object.plural} were brought back.`,
      aliases: [`${name}.restored`],
      families,
      data: ids,
    }),
  ];
}
