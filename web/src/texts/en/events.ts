import { counted } from '../plural.ts';

/** Texts of the page of events and their handlers. */
export const events = {
  title: 'Events',
  text: 'Everything that happens is an event, and handlers react to it: scores, search, suggestions, notices.',
  catalogue: 'All kinds of events',
  failed: {
    title: 'Could not be handled',
    none: 'Every event has been handled.',
    text: 'These events were tried several times and then put aside, so that the others go on.',
    again: 'Try again',
    againOne: (type: string) => `Try ${type} again`,
    all: 'Try all again',
    done: 'It was handled now.',
    running: (count: number) => `${counted(count, 'event is', 'events are')} being tried again.`,
    by: (handler: string) => `by ${handler}`,
    data: 'The event',
    goneEvent: 'The event itself is not kept any more.',
    more: 'Show more',
    unknown: 'an event of the past',
  },
  handlers: {
    title: 'Handlers',
    upToDate: 'up to date',
    behind: (count: number, time: string) => `${counted(count, 'event', 'events')} behind, the oldest ${time} old`,
    failing: (times: number, why: string) => `has failed ${counted(times, 'time', 'times')} in a row: ${why}`,
    failed: (count: number) => `${counted(count, 'event', 'events')} put aside`,
    hears: (types: string) => `Hears ${types}`,
    replay: 'Read the past again',
    replayOf: (name: string) => `Let ${name} read the past again`,
    replayText: 'It gets every event since the moment that you name once more. What it did already stays done.',
    from: 'Since',
    run: 'Read again',
    done: (name: string) => `${name} reads the past again.`,
  },
};
