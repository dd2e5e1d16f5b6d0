import { editDistance } from '#platform/text';
import type { Config } from './tree.ts';
import { entries } from './tree.ts';

/** A start that cannot go on; the message lists every mistake and what to do. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((line) => `  - ${line}`).join('\n')}\n.env.example explains every setting.`,
    );
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/** Settings that are right alone and wrong together. */
export function conflictsIn(config: Config): string[] {
  const { database, files, mail } = config;
  const conflicts: string[] = [];
  if (database.ownerUrl && !database.url) {
    conflicts.push('DATABASE_OWNER_URL is set without DATABASE_URL. Set both, or neither for the embedded database.');
  }
  if (Boolean(files.accessKeyId) !== Boolean(files.secretAccessKey)) {
    conflicts.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together. Set both, or neither.');
  }
  if ((files.endpoint || files.accessKeyId) && !files.bucket) {
    conflicts.push('S3 is set up without S3_BUCKET. Name the bucket, or remove the other S3_ settings.');
  }
  if (mail.smtpUrl && !mail.from) {
    conflicts.push('SMTP_URL is set without MAIL_FROM. Say who sends, such as MAIL_FROM="Kith <kith@example.com>".');
  }
  return conflicts;
}

/** Names that are nearly a setting of ours. Other unknown names are left alone: Kubernetes sets KITH_PORT and the like. */
export function misspeltNames(names: readonly string[]): string[] {
  const known = entries.map((entry) => entry.name);
  return names.flatMap((name) => {
    if (!name.startsWith('KITH_') || known.includes(name)) return [];
    const meant = known.find((candidate) => candidate.startsWith('KITH_') && editDistance(name, candidate, 2) <= 2);
    return meant ? [`${name} is not a setting. Did you mean ${meant}?`] : [];
  });
}
