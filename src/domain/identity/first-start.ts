import { systemActor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { type Call, execute, RawJson } from '#platform/operations';
import { createSignInLink } from './operations/create-sign-in-link.ts';
import { createUser } from './operations/create-user.ts';
import { createApiKey } from './operations/keys/create-api-key.ts';
import type { Role } from './rules/roles.ts';
import { firstAdministrator } from './store/users.ts';
import { insertWorkspace, listWorkspaces, oneAtATime } from './store/workspaces.ts';

/** As Kith itself, outside any request. */
function asSystem(ports: Ports, workspaceId: string): Call {
  return { actor: systemActor(workspaceId), surface: 'cli', requestId: ports.ids.next() };
}

/** What stands for an address until the administrator gives one: nothing is ever mailed there. */
const firstAddress = 'admin@localhost';

export interface NewWorkspace {
  /** UUID. */
  workspaceId: string;
  /** As `ws_…`, to print. */
  publicId: string;
  administrator: { id: string; email: string };
}

/** Makes a workspace with an administrator, who has no password yet. Errors: `validation_failed` for a name that cannot be one, `already_known` for an address. */
export async function createWorkspace(
  ports: Ports,
  name: string,
  administrator: { email?: string; name?: string } = {},
): Promise<NewWorkspace> {
  const title = name.trim();
  if (!title || title.length > 255 || title.includes('\u0000'))
    throw new Problem('validation_failed', { detail: 'The name of a workspace has 1 to 255 characters.' });
  const workspaceId = ports.ids.next();
  await insertWorkspace(ports.database, workspaceId, title);
  return {
    workspaceId,
    publicId: publicId('ws', workspaceId),
    administrator: await createAdministrator(ports, workspaceId, {
      name: 'Administrator',
      email: `admin@${workspaceId.slice(-12)}.localhost`,
      ...administrator,
    }),
  };
}

async function createAdministrator(
  ports: Ports,
  workspaceId: string,
  draft: { email: string; name: string },
): Promise<NewWorkspace['administrator']> {
  const { output } = await execute(ports, createUser, { ...draft, role: 'admin' }, asSystem(ports, workspaceId));
  const made = (output instanceof RawJson ? output.parse() : output) as { id: string; email: string };
  return { id: made.id, email: made.email };
}

/** Makes «My workspace» with its administrator when there is no workspace at all; otherwise gives the first. Any number of processes may try at once. */
export function ensureFirstWorkspace(ports: Ports): Promise<{ workspaceId: string; created: boolean }> {
  return oneAtATime(ports.database, 'kith first workspace', async () => {
    const [first] = await listWorkspaces(ports.database);
    if (!first) {
      const made = await createWorkspace(ports, 'My workspace', { email: firstAddress });
      return { workspaceId: made.workspaceId, created: true };
    }
    // A start that was killed half-way may have left it without anybody who could come in.
    if (!(await firstAdministrator(ports.database.reader(first.id)))) {
      const email = `admin@${ports.ids.next().slice(-12)}.localhost`;
      await createAdministrator(ports, first.id, { name: 'Administrator', email });
    }
    return { workspaceId: first.id, created: false };
  });
}

/** A workspace by its id (`ws_…` or a UUID) or its whole name; without one the first. Throws `not_found`, and `conflict` when several have the name. */
export async function workspaceNamed(ports: Ports, which?: string): Promise<{ id: string; name: string }> {
  const all = await listWorkspaces(ports.database);
  const [first] = all;
  if (which === undefined) {
    if (first) return first;
    throw new Problem('not_found', { detail: 'There is no workspace yet. Start Kith once.' });
  }
  const id = tryParseId('ws', which);
  const found = all.filter((one) => (id ? one.id === id : one.name === which));
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only)
    throw new Problem('conflict', { detail: `${found.length} workspaces are called '${which}'. Say which by its id.` });
  throw new Problem('not_found', { detail: `There is no workspace '${which.slice(0, 60)}'.` });
}

/** A one-time link for the administrator who has been here longest, valid 15 minutes: for the line of `npm start` and for `npx kith login-link`. */
export async function newSignInLink(
  ports: Ports,
  baseUrl?: string,
  workspaceId?: string,
): Promise<{ url: string; expiresAt: string; email: string }> {
  const workspace = await workspaceNamed(ports, workspaceId);
  const administrator = await firstAdministrator(ports.database.reader(workspace.id));
  if (!administrator)
    throw new Problem('not_found', { detail: `The workspace ${workspace.name} has no administrator who may sign in.` });
  const here = baseUrl === undefined ? ports : { ...ports, identity: { ...ports.identity, baseUrl } };
  const { output } = await execute(
    here,
    createSignInLink,
    { id: administrator.id, mail: false },
    asSystem(ports, workspace.id),
  );
  return { url: output.url ?? '', expiresAt: output.expiresAt, email: administrator.email };
}

/** Makes an API key outside any request, for `npx kith key create`. `key` is the key itself, shown this once. */
export async function createKey(
  ports: Ports,
  draft: {
    name: string;
    role: Role | (string & {});
    workspaceId?: string | undefined;
    scopes?: string[] | undefined;
    expiresAt?: string | undefined;
  },
): Promise<{ id: string; key: string; prefix: string }> {
  const { workspaceId, ...input } = draft;
  const workspace = await workspaceNamed(ports, workspaceId);
  const { output } = await execute(ports, createApiKey, input, asSystem(ports, workspace.id));
  return { id: output.id, key: output.key ?? '', prefix: output.prefix };
}
