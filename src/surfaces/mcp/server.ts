import {
  type CallToolRequest,
  type CallToolResult,
  ProtocolError,
  Server,
  type Tool,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { type Actor, may } from '#platform/actor';
import type { Ports } from '#platform/context';
import { asProblem, Problem } from '#platform/errors';
import type { Log } from '#platform/log';
import { type AnyOperation, execute, type FileAnswer, idempotencyKey } from '#platform/operations';
import { nearest } from '#platform/text';
import { answerResult, fileResult, outcomeResult, problemResult } from './results.ts';
import { searchInput, searchOperations, searchTool } from './search.ts';
import { type OperationTool, toolName } from './tools.ts';

/** Who calls, and in which request. */
export interface McpCaller {
  actor: Actor;
  requestId: string;
  address?: string | undefined;
}

const invalidParams = -32602;

const runInput = z.strictObject({
  name: z.string().max(100).meta({ description: 'The name that search_operations gave, as "contacts.export".' }),
  input: z.record(z.string(), z.unknown()).default({}).meta({ description: 'Its input, as its schema says.' }),
});

const runTool: Tool = {
  name: 'run_operation',
  description: 'Runs an operation that search_operations found. It may change or delete data: read its summary first.',
  inputSchema: z.toJSONSchema(runInput, { io: 'input' }) as Tool['inputSchema'],
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
};

const instructions = `Kith is a CRM: people (contacts), companies (accounts), what happened with them (activities), and their scores.
Records have ids such as ct_…, ac_… and av_…; fields that are empty are left out of answers. Lists come in pages: pass page.next as cursor.
Read before you change, and change only what you were asked to. Every change is kept in a history and can be undone by its change set.
What has no tool of its own is found by search_operations and run by run_operation.`;

/** The MCP server of one request. A model sees the tools that its key may use, and no others. */
export class KithTools {
  readonly #ports: Ports;
  readonly #log: Log;
  readonly #tools: ReadonlyMap<string, OperationTool>;
  readonly #version: string;

  constructor(ports: Ports, log: Log, tools: ReadonlyMap<string, OperationTool>, version: string) {
    this.#ports = ports;
    this.#log = log;
    this.#tools = tools;
    this.#version = version;
  }

  serverFor(caller: McpCaller): Server {
    const server = new Server(
      { name: 'kith', title: 'Kith', version: this.#version },
      {
        capabilities: { tools: { listChanged: false } },
        instructions,
        cacheHints: {
          'tools/list': { ttlMs: 60_000, cacheScope: 'private' },
          'server/discover': { ttlMs: 300_000, cacheScope: 'private' },
        },
      },
    );
    server.setRequestHandler('tools/list', async () => ({ tools: this.list(caller.actor) }));
    server.setRequestHandler('tools/call', (request) => this.call(caller, request.params));
    return server;
  }

  /** The curated tools that the actor may use, and the two that reach all other operations. */
  list(actor: Actor): Tool[] {
    const curated = [...this.#tools.values()].filter(
      ({ operation }) => operation.tool && may(actor, operation.permission),
    );
    return [...curated.map(({ tool }) => tool), searchTool, runTool];
  }

  async call(caller: McpCaller, { name, arguments: input, _meta }: CallToolRequest['params']): Promise<CallToolResult> {
    try {
      if (name === searchTool.name)
        return answerResult(searchOperations(this.#tools.values(), caller.actor, parsed(searchInput, input)));
      if (name !== runTool.name) return await this.#run(caller, this.#toolNamed(name).operation, input, _meta);
      const run = parsed(runInput, input);
      return await this.#run(caller, this.#operationNamed(run.name), run.input, _meta);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      const problem = asProblem(error);
      if (problem.status >= 500) this.#log.error({ err: error, requestId: caller.requestId }, 'A tool failed');
      return problemResult(problem);
    }
  }

  async #run(
    { actor, requestId, address }: McpCaller,
    operation: AnyOperation,
    input: unknown,
    meta: Record<string, unknown> | undefined,
  ): Promise<CallToolResult> {
    const key = operation.kind === 'write' ? meta?.['kith.dev/idempotencyKey'] : undefined;
    const outcome = await execute(this.#ports, operation, input ?? {}, {
      actor,
      surface: 'mcp',
      requestId,
      address,
      idempotency:
        typeof key === 'string' ? idempotencyKey(key, operation.name, JSON.stringify(input ?? {})) : undefined,
    });
    return operation.kind === 'file' ? fileResult(outcome.output as FileAnswer) : outcomeResult(outcome);
  }

  /** A tool that is not there is a mistake of the protocol; one that may not be used is refused by the pipeline, in words. */
  #toolNamed(name: string): OperationTool {
    const tool = this.#tools.get(name);
    if (tool) return tool;
    const near = nearest(name, this.#tools.keys());
    const hint = near ? ` Did you mean '${near}'?` : ' Find operations by search_operations.';
    throw new ProtocolError(invalidParams, `There is no tool '${name.slice(0, 100)}'.${hint}`);
  }

  #operationNamed(name: string): AnyOperation {
    const operations = [...this.#tools.values()].map((one) => one.operation);
    const operation = operations.find((one) => toolName(one.name) === toolName(name));
    if (operation) return operation;
    const near = nearest(
      name,
      operations.map((one) => one.name),
    );
    throw new Problem('not_found', {
      detail: `There is no operation '${name.slice(0, 100)}'.${near ? ` Did you mean '${near}'?` : ''} Find operations by search_operations.`,
    });
  }
}

function parsed<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const [first] = mistakes;
  throw new Problem('validation_failed', {
    detail: first ? `${first.path}: ${first.message}` : 'The input has mistakes.',
    mistakes,
  });
}
