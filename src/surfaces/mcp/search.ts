import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { type Actor, may } from '#platform/actor';
import type { OperationTool } from './tools.ts';

export const searchInput = z.strictObject({
  query: z
    .string()
    .max(200)
    .default('')
    .meta({ description: 'What you want to do, in a few words, as "merge contacts". Empty lists everything by name.' }),
  limit: z.number().int().min(1).max(20).default(5).meta({ description: 'How many to describe with their input.' }),
});

export const searchTool: Tool = {
  name: 'search_operations',
  description:
    'Finds operations of Kith that have no tool of their own, with their input schema. Call what you find by run_operation.',
  inputSchema: z.toJSONSchema(searchInput, { io: 'input' }) as Tool['inputSchema'],
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
};

export interface FoundOperation {
  name: string;
  summary: string;
  changes: boolean;
  inputSchema?: Tool['inputSchema'];
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Beginnings count both ways, so that "contact" finds "contacts" and "exporting" finds "export". */
const isAlike = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);

function weightOf(words: readonly string[], { operation, tool }: OperationTool): number {
  const inName = wordsOf(operation.name);
  const inSummary = wordsOf(operation.summary);
  const inInput = Object.keys(tool.inputSchema.properties ?? {}).flatMap(wordsOf);
  const weightOfWord = (word: string) => {
    if (inName.some((one) => isAlike(one, word))) return 3;
    if (inSummary.some((one) => isAlike(one, word))) return 2;
    return inInput.some((one) => isAlike(one, word)) ? 1 : 0;
  };
  return words.reduce((sum, word) => sum + weightOfWord(word), 0);
}

/** Operations that the actor may call and that fit the words best; without words all of them, by name. */
export function searchOperations(
  tools: Iterable<OperationTool>,
  actor: Actor,
  { query, limit }: z.output<typeof searchInput>,
): { operations: FoundOperation[] } {
  const allowed = [...tools].filter(({ operation }) => may(actor, operation.permission));
  const words = wordsOf(query);
  const brief = ({ operation }: OperationTool): FoundOperation => ({
    name: operation.name,
    summary: operation.summary,
    changes: operation.kind === 'write',
  });
  if (words.length === 0) return { operations: allowed.map(brief) };
  const found = allowed
    .map((one) => ({ one, weight: weightOf(words, one) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit);
  return { operations: found.map(({ one }) => ({ ...brief(one), inputSchema: one.tool.inputSchema })) };
}
