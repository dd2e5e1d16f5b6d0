import { z } from 'zod';
import { defineJob } from '#platform/jobs';

/** Removes the contents of files that nobody can find any more. */
export const removeContentsJob = defineJob({
  name: 'files.remove-contents',
  summary: 'Removes the contents of files that are gone.',
  input: z.object({ keys: z.array(z.string()) }),
  async run({ ports }, { keys }) {
    for (const key of keys) await ports.files.remove(key);
  },
});
