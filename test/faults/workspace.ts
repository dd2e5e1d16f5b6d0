import { Client } from './client.ts';
import type { KithProcess } from './kith-process.ts';
import { ask } from './truth.ts';

export interface Workspace {
  id: string;
  client: Client;
}

/** A workspace of its own in the running server, with an administrator. */
export async function newWorkspace(server: KithProcess, name: string): Promise<Workspace> {
  await server.command('workspace', 'create', name);
  const key = await server.command('key', 'create', '--name', name, '--role', 'admin', '--workspace', name);
  const [row] = await ask<{ id: string }>(server, 'select id from workspaces where name = $1', [name]);
  if (!row) throw new Error('The workspace was not made.');
  return { id: row.id, client: new Client(server, key) };
}
