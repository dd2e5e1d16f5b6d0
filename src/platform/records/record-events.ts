import { defineEvent, type EventType } from '#platform/events';
import type { ObjectType } from '#platform/fields';

export interface RecordEventOptions {
  /** Names by which a reader subscribes to all of them and more. */
  families?: readonly string[];
  /** What other systems call the kind. */
  otherName?: string;
}

/** Declares what can happen to every kind of record: created, updated, deleted, restored. */
export function defineRecordEvents(object: ObjectType, options: RecordEventOptions = {}): EventType[] {
  const { name, label, events } = object;
  const { families = [], otherName } = options;
  const aliases = (verb: string) => [`${name}.${verb}`, ...(otherName ? [`${otherName}.${verb}`] : [])];
  const ids = { recordIds: `the ids of the ${object.plural}, up to 1,000 in one event` };
  return [
    defineEvent({
      type: `${events}.created`,
      object: name,
      summary: `${label} records were created.`,
      aliases: aliases('created'),
      families,
      data: { ...ids, source: 'where they came from' },
    }),
    defineEvent({
      type: `${events}.updated`,
      object: name,
      summary: `Values of ${object.plural} were changed.`,
      aliases: aliases('updated'),
      families,
      data: { ...ids, fields: 'the names of the fields that changed' },
    }),
    defineEvent({
      type: `${events}.deleted`,
      object: name,
      summary: `${object.pluralLabel} were deleted; they can be restored.`,
      aliases: aliases('deleted'),
      families,
      data: ids,
    }),
    defineEvent({
      type: `${events}.restored`,
      object: name,
      summary: `Deleted ${object.plural} were brought back.`,
      aliases: aliases('restored'),
      families,
      data: ids,
    }),
  ];
}
