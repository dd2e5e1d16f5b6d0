import '#domain/teams';
import './events.ts';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { forgetAccess } from '#platform/operations';
import { defineKind, type RecordDraft, refuseRings, type WrittenRecord } from '#platform/records';
import { forgetCredentials } from './credential-cache.ts';
import { unknownRole } from './errors.ts';
import { user } from './fields.ts';
import { grantOfPerson, refuseAboveOwn } from './reach.ts';
import { grantOfRole } from './rules/grants.ts';
import { completedName, signInAddress } from './rules/values.ts';
import { deleteChallengesOf } from './store/challenges.ts';
import { roleByName, roleRows } from './store/roles.ts';
import { deleteSessionsOf } from './store/sessions.ts';
import { deleteLinksOf } from './store/sign-in-links.ts';
import { lockAdministrators } from './store/users.ts';

/** What is special about users: whichever operation writes one, nobody reaches above the own role, and an administrator remains. */
defineKind({
  object: user,
  async prepare(context, drafts) {
    for (const draft of drafts) {
      normalise(draft);
      await refuseReachingUp(context, draft);
    }
    await refuseRings(context, user, 'managerId', drafts);
    await refuseLosingTheLastAdministrator(context, drafts);
  },
  async afterWrite(context, written) {
    const shutOut = written.filter(mustSignInAgain).map((one) => one.id);
    if (shutOut.length > 0) {
      deleteSessionsOf(context.tx, shutOut);
      deleteLinksOf(context.tx, shutOut);
      deleteChallengesOf(context.tx, shutOut);
    }
    context.tx.afterCommit(() => {
      forgetCredentials(context.ports);
      forgetAccess(context.ports);
    });
  },
});

function normalise(draft: RecordDraft): void {
  const { set, before } = draft;
  if (typeof set.email === 'string') {
    const email = signInAddress(set.email);
    if (!email) {
      const message = 'must be an e-mail address, such as ada@example.com';
      throw new Problem('validation_failed', { detail: `email: ${message}`, mistakes: [{ path: 'email', message }] });
    }
    set.email = email;
  }
  const email = String(set.email ?? before?.email ?? '');
  const given = before ? set : { ...set, name: set.name ?? (set.firstName || set.lastName ? undefined : '') };
  Object.assign(set, completedName(given, before ?? {}, email.split('@', 1)[0] ?? ''));
}

const ownFields = new Set(['name', 'firstName', 'lastName']);

async function refuseReachingUp({ actor, tx }: Context, draft: RecordDraft): Promise<void> {
  const changed = Object.keys(draft.set).filter((name) => draft.set[name] !== (draft.before?.[name] ?? null));
  if (draft.id === actor.id && changed.every((name) => ownFields.has(name))) return;
  if (!may(actor, 'users:write')) {
    throw new Problem('not_allowed', {
      detail: `${actor.name} (${actor.role}) may not change users: it needs the permission users:write.`,
    });
  }
  const { before, set } = draft;
  if (before) refuseAboveOwn(actor, await grantOfPerson(tx, { id: draft.id, role: String(before.role) }));
  if (!set.role) return;
  const role = await roleByName(tx, String(set.role));
  if (!role) throw unknownRole((await roleRows(tx)).map(({ name }) => name));
  refuseAboveOwn(actor, grantOfRole(role));
}

function stopsBeingAdministrator({ before, set }: RecordDraft): boolean {
  if (before?.role !== 'admin' || before.disabledAt || before.deletedAt) return false;
  return Boolean((set.role && set.role !== 'admin') || set.disabledAt || set.deletedAt);
}

async function refuseLosingTheLastAdministrator(context: Context, drafts: RecordDraft[]): Promise<void> {
  const leaving = new Set(drafts.filter(stopsBeingAdministrator).map((draft) => draft.id));
  if (leaving.size === 0) return;
  const administrators = await lockAdministrators(context.tx);
  if (administrators.some((id) => !leaving.has(id))) return;
  throw new Problem('conflict', {
    detail: 'This is the last administrator of the workspace. Make somebody else an administrator first.',
  });
}

function mustSignInAgain({ changed, after }: WrittenRecord): boolean {
  return (
    changed.has('email') ||
    (changed.has('disabledAt') && Boolean(after.disabledAt)) ||
    (changed.has('deletedAt') && Boolean(after.deletedAt))
  );
}
