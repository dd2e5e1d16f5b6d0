import type { CallToolResult } from '@modelcontextprotocol/server';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { type FileAnswer, type Outcome, RawJson } from '#platform/operations';

const mostFileCharacters = 200_000;

/** What a model does not need to read: fields that are empty. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutEmpty(one)]));
}

/** An answer, as structured content and as the same in text. */
export function answerResult(answer: unknown): CallToolResult {
  const value = withoutEmpty(answer);
  if (value === null || value === undefined) return { content: [{ type: 'text', text: 'Done.' }] };
  const isObject = typeof value === 'object' && !Array.isArray(value);
  const structuredContent = (isObject ? value : { result: value }) as Record<string, unknown>;
  return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
}

/** What an operation answered; a write says what takes it back. */
export function outcomeResult({ output, changeSetId }: Outcome<unknown>): CallToolResult {
  const result = answerResult(output instanceof RawJson ? output.parse() : output);
  if (!changeSetId) return result;
  const id = publicId('cs', changeSetId);
  const text = `This is change set ${id}; as long as nobody has changed the same again, it can be undone.`;
  return { ...result, content: [...result.content, { type: 'text', text }], _meta: { 'kith.dev/changeSetId': id } };
}

/** A file as text, as far as a model can read it. Errors: `too_large`. */
export async function fileResult(file: FileAnswer): Promise<CallToolResult> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of file.chunks) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > mostFileCharacters) {
      throw new Problem('too_large', {
        detail: `The file ${file.fileName} is longer than ${mostFileCharacters} characters. Ask for less by q, filter or fields, or let somebody get it by the REST API.`,
      });
    }
  }
  return { content: [{ type: 'text', text }] };
}

/** An expected failure as a model can act on it: what happened, where, and what to do. */
export function problemResult(problem: Problem): CallToolResult {
  const mistakes = problem.mistakes.slice(1).map(({ path, message }) => `- ${path}: ${message}`);
  const text = [`${problem.title}. ${problem.message}`, ...mistakes].join('\n');
  return { isError: true, content: [{ type: 'text', text }], structuredContent: problem.toJSON() };
}
