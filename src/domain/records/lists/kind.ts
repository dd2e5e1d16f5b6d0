import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { defineCommonFilter, defineKind, kindsHere, listIds, onReadableKinds } from '#platform/records';
import { list, listMember } from './fields.ts';
import { completeList } from './rules/complete-list.ts';
import { listById, membersOf } from './store/members.ts';

/** What is special about lists: the kind of record that they hold, and a filter that works. */
defineKind({
  object: list,
  async prepare(context, drafts) {
    const kinds = await kindsHere(context);
    for (const draft of drafts) {
      completeList(
        draft.set,
        draft.before,
        kinds.map((object) => object.name),
      );
      if (!draft.before) draft.set.ownerId = context.actor.id;
      const held = String(draft.set.object ?? draft.before?.object);
      const object = kinds.find((one) => one.name === held);
      // Compiled and looked up once, so that a filter that does not work is told to who writes it.
      if (object && draft.set.filter) await listIds(context, object, { filter: draft.set.filter }, 1);
    }
  },
});

/** What is special about members of lists: a record stands on a list once. */
defineKind({
  object: listMember,
  visible: (context) => onReadableKinds(context, ['record_type']),
  onlyOnce: ({ listId, recordId }) => `${listId} ${recordId}`,
});

function refuse(detail: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path: 'filter', message: detail }] });
}

/** `{"inList":{"eq":"li_…"}}` on the list of any kind. */
defineCommonFilter({
  name: 'inList',
  async answer(context, object, operand) {
    const id = typeof operand === 'string' ? tryParseId('li', operand) : undefined;
    const found = id && (await listById(context.sql, id));
    if (!found) refuse(`'inList' is compared with the id of a list of this workspace, as li_….`);
    if (found.object !== object.name)
      refuse(
        `The list ${publicId('li', found.id)} holds records of the kind ${found.object}, and no ${object.plural}.`,
      );
    return found.kind === 'dynamic' ? { filter: found.filter } : { ids: membersOf(found.id) };
  },
});
