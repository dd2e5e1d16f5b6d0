import { createKey, createWorkspace, loginLink } from './administration.ts';
import { verifyAudit } from './audit.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { exportList } from './export.ts';
import { importFile } from './import.ts';
import { rotateKeys } from './keys.ts';
import { match } from './match.ts';

/** The commands that are more than one operation. */
export const handWritten: readonly Command[] = [
  importFile,
  exportList,
  match,
  demo,
  loginLink,
  createWorkspace,
  createKey,
  verifyAudit,
  rotateKeys,
];
