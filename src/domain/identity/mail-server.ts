import type { Ports } from '#platform/context';
import { createMailer, type Mailer } from '#platform/mail';
import type { StoredMailServer, WorkspaceSettings } from './store/workspaces.ts';

const contextOf = (workspaceId: string) => `mail-server:${workspaceId}`;

/** A password sealed with a key of its own, which the master key wraps. */
export function sealPassword(
  ports: Ports,
  workspaceId: string,
  password: string,
): Pick<StoredMailServer, 'sealedPassword' | 'wrappedKey'> {
  const key = ports.vault.newKey();
  const context = contextOf(workspaceId);
  return {
    sealedPassword: ports.vault.seal(password, key, context).toString('base64'),
    wrappedKey: ports.vault.wrap(key, 'master', context).toString('base64'),
  };
}

function openPassword(ports: Ports, workspaceId: string, server: StoredMailServer): string | undefined {
  if (!server.sealedPassword || !server.wrappedKey) return undefined;
  const context = contextOf(workspaceId);
  const key = ports.vault.unwrap(Buffer.from(server.wrappedKey, 'base64'), 'master', context);
  return ports.vault.open(Buffer.from(server.sealedPassword, 'base64'), key, context).toString();
}

function urlOf(ports: Ports, workspaceId: string, server: StoredMailServer): string {
  const password = openPassword(ports, workspaceId, server);
  const user = server.user ? encodeURIComponent(server.user) : '';
  const login = user ? `${user}${password ? `:${encodeURIComponent(password)}` : ''}@` : '';
  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  return `${server.secure ? 'smtps' : 'smtp'}://${login}${host}:${server.port}`;
}

/** The mailer of a workspace: that of the environment (`SMTP_URL`, `MAIL_FROM`), else that of its settings. Close it after use. */
export function mailerOf(ports: Ports, workspaceId: string, settings: WorkspaceSettings): Mailer {
  const { smtpUrl, mailFrom } = ports.identity ?? {};
  if (smtpUrl && mailFrom) return createMailer({ smtpUrl, from: mailFrom });
  if (!settings.mail) return createMailer({});
  return createMailer({ smtpUrl: urlOf(ports, workspaceId, settings.mail), from: settings.mail.from });
}

/** The address under which people reach Kith: `BASE_URL`, else that of the settings, else where this process listens. */
export function baseUrlOf(ports: Ports, settings: WorkspaceSettings): string {
  const { baseUrl, localUrl } = ports.identity ?? {};
  return (baseUrl ?? settings.baseUrl ?? localUrl ?? 'http://localhost:4000').replace(/\/+$/, '');
}

/** The page that signs in with a one-time link. */
export function signInUrl(ports: Ports, settings: WorkspaceSettings, token: string): string {
  return `${baseUrlOf(ports, settings)}/sign-in?token=${token}`;
}
