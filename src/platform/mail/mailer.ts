import type { Transporter } from 'nodemailer';
import { Problem } from '#platform/errors';

export interface Mail {
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Becomes the Message-ID, so that a mail that is sent again after a crash is known as the same one. */
  idempotencyKey?: string;
}

/** Sends the mails of Kith itself, such as sign-in links. */
export interface Mailer {
  /** Whether there is a mail server; without one the page says how to go on without mails. */
  readonly isConfigured: boolean;
  /** Hands the mail to the server. Throws `mail_not_configured`, `mail_not_sent`. */
  send(mail: Mail): Promise<void>;
  /** Signs in at the server and sends nothing: for the settings page. Throws as `send`. */
  check(): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  /** `smtps://user:password@host:465`, or `smtp://…` (587, STARTTLS where the server has it). */
  smtpUrl?: string | undefined;
  /** `Kith <kith@example.com>` */
  from?: string | undefined;
}

const withoutServer: Mailer = {
  isConfigured: false,
  send: () => Promise.reject(notConfigured()),
  check: () => Promise.reject(notConfigured()),
  close() {},
};

function notConfigured(): Problem {
  const detail =
    'Kith has no mail server, so nothing was sent. An administrator sets SMTP_URL and MAIL_FROM, or the mail server in the settings.';
  return new Problem('mail_not_configured', { detail });
}

function notSent(cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const answered = cause instanceof Error && 'responseCode' in cause ? `, ${String(cause.responseCode)}` : '';
  const detail = `The mail server did not take the mail (${code}${answered}). Check its address, name and password in the settings.`;
  return new Problem('mail_not_sent', { detail, cause });
}

async function connect(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const timeouts = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 20_000 };
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  });
}

/** The mailer of the configuration or the settings. The mail library is loaded at the first mail. */
export function createMailer({ smtpUrl, from }: MailerOptions): Mailer {
  if (!smtpUrl || !from) return withoutServer;
  let connecting: Promise<Transporter> | undefined;
  const transport = (): Promise<Transporter> => {
    connecting ??= connect(smtpUrl);
    return connecting;
  };
  return {
    isConfigured: true,
    async send({ to, subject, text, html, idempotencyKey }) {
      if (/[\r\n,;]/.test(to))
        throw new Problem('validation_failed', { detail: 'A mail of Kith goes to one address.' });
      const messageId = idempotencyKey ? { messageId: `<${encodeURIComponent(idempotencyKey)}@kith>` } : {};
      try {
        const mailer = await transport();
        await mailer.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          ...(html ? { html } : {}),
          ...messageId,
        });
      } catch (error) {
        throw notSent(error);
      }
    },
    async check() {
      try {
        await (await transport()).verify();
      } catch (error) {
        throw notSent(error);
      }
    },
    close() {
      connecting?.then((mailer) => mailer.close());
      connecting = undefined;
    },
  };
}
