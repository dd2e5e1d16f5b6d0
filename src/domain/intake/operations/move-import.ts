import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation, missing } from '#platform/operations';
import { runImport } from '../jobs/run-import.ts';
import { importAnswer, presentImport } from '../rules/present-import.ts';
import { type ImportStatus, lockImport, setImportStatus } from '../store/imports.ts';

export interface Move {
  verb: 'pause' | 'resume' | 'cancel';
  summary: string;
  from: readonly ImportStatus[];
  to: ImportStatus;
}

/** Moves an import from one status to another. Errors: `import_ended` when it is not in a status that allows it. */
export function moveImport({ verb, summary, from, to }: Move) {
  return defineOperation({
    name: `imports.${verb}`,
    summary,
    kind: 'write',
    permission: 'imports:write',
    route: { method: 'POST', path: `/imports/:id/${verb}` },
    positional: ['id'],
    subject: 'import',
    input: z.strictObject({ id: idSchema('import') }),
    problems: ['import_ended'],
    output: importAnswer,
    async run(context, { id }) {
      const one = await lockImport(context.tx, id);
      if (!one) throw missing('import', id);
      if (!from.includes(one.status)) {
        throw new Problem('import_ended', {
          detail: `The import is ${one.status}; only one that is ${from.join(' or ')} can be moved so.`,
        });
      }
      await setImportStatus(context, id, to);
      const data = { importId: publicId('im', id), status: to };
      context.emit({ type: to === 'queued' ? 'intake.import.resumed' : 'intake.import.ended', data });
      if (to === 'queued') addJob(context.tx, context, runImport, { importId: id }, { key: `import:${id}` });
      return presentImport({ ...one, status: to });
    },
  });
}
