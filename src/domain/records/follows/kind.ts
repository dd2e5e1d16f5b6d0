import { defineKind, onReadableKinds } from '#platform/records';
import { follow } from './fields.ts';

/** What is special about follows: they are seen by whoever may read what is followed. */
defineKind({ object: follow, visible: (context) => onReadableKinds(context, ['record_type']) });
