/** What the process knows of its own address and mail server, beside what the settings of a workspace say. */
export interface IdentityPort {
  /** `BASE_URL`: goes before the one of the settings. */
  baseUrl?: string | undefined;
  /** Where this process listens, as `http://localhost:4000`: when nothing else is known. */
  localUrl?: string | undefined;
  /** `SMTP_URL`: goes before the mail server of the settings. */
  smtpUrl?: string | undefined;
  /** `MAIL_FROM` */
  mailFrom?: string | undefined;
}

declare module '#platform/context' {
  interface Ports {
    identity?: IdentityPort;
  }
}
