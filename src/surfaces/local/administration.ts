import type { Ports } from '#platform/context';

/** What only those may do who sit on the machine; ids are UUIDs. */
export interface Administration {
  /** The id of a new workspace with what it needs to be used. */
  createWorkspace(ports: Ports, name: string): Promise<string>;
  /** A new key, as it is shown once. */
  createKey(ports: Ports, key: { workspaceId: string; name: string; role: string }): Promise<string>;
  /** The whole address of a page that signs in its first visitor as the workspace's first administrator. */
  newSignInLink(ports: Ports, workspaceId: string): Promise<string>;
}
