import type { Finding, Rule } from '../facts.ts';
import { isGenerated } from '../places.ts';

const forbidden = /^(utils?|helpers?|commons?|managers?|services?|misc)$/;
const isNamed = /^(src|web|sdk|test|scripts|bench|plugins|bin|database)\//;
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*$/;
const migration = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;
/** Names that a tool insists on. */
const given = new Set(['README.md', 'Dockerfile']);

export const namesRule: Rule = {
  name: 'names',
  says: 'Files and folders are named in kebab-case, for what they are: never utils, helpers, common, manager, service.',
  check({ files }) {
    const findings = new Map<string, Finding>();
    for (const path of Object.keys(files).filter((one) => isNamed.test(one))) {
      const parts = path.split('/');
      parts.forEach((part, index) => {
        const at = parts.slice(0, index + 1).join('/');
        const what = mistake(part, index === parts.length - 1);
        if (what && !isGenerated(path)) findings.set(at, { path: at, line: 1, what });
      });
    }
    return [...findings.values()];
  },
};

function mistake(part: string, isFile: boolean): string | undefined {
  const segments = isFile ? part.split('.') : [part];
  if (part.startsWith('.')) segments.shift();
  const word = segments.flatMap((segment) => segment.split(/[-_]/)).find((one) => forbidden.test(one.toLowerCase()));
  if (word) return `'${word}' says nothing: name it for what it does`;
  if (given.has(part) || (isFile && migration.test(part)) || segments.every((segment) => kebab.test(segment)))
    return undefined;
  return 'is not in kebab-case';
}
