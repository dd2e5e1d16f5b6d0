import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { comparePositions, type EventPosition, headOfLog, type LoggedEvent } from '#platform/events';
import type { Log } from '#platform/log';
import { Feeds } from './feeds.ts';
import { messagesFor } from './messages.ts';
import { messageText, Outlet } from './outlet.ts';
import { parseResumeToken, resumeToken } from './resume-token.ts';
import { Stream } from './stream.ts';
import { parseSubscription, refuseSilence, type Subscription } from './subscription.ts';

export interface LiveOptions {
  ports: Ports;
  /** Finds who sends a request, and with the reply renews their session; throws `not_signed_in`. */
  authenticate: (request: FastifyRequest, reply?: FastifyReply) => Promise<Actor>;
  log: Log;
  /** Between signs of life on a quiet stream: 20 s unless told. */
  heartbeatMs?: number;
  /** How long a reader may take nothing before it is dropped: 10 s unless told. */
  slowMs?: number;
  /** How often it is checked that the reader is still signed in: a minute unless told. */
  checkMs?: number;
}

const retryMs = 2000;
const mostPerActor = 50;

/** `GET /api/v1/events`: what happens in the workspace, as server-sent events, as far as the reader may hear of it. */
export function addLiveRoute(server: FastifyInstance, options: LiveOptions): void {
  const live = new Live(options);
  server.route({
    method: 'GET',
    url: '/api/v1/events',
    exposeHeadRoute: false,
    handler: (request, reply) => live.serve(request, reply),
  });
  server.addHook('preClose', () => live.close());
}

class Live {
  readonly #options: LiveOptions;
  readonly #feeds: Feeds;
  readonly #streams = new Set<Stream>();
  readonly #perActor = new Map<string, number>();

  constructor(options: LiveOptions) {
    this.#options = options;
    const onError = (err: unknown) => options.log.error({ err }, 'The event log could not be read for live readers');
    this.#feeds = new Feeds(options.ports.database, onError);
  }

  async close(): Promise<void> {
    for (const stream of this.#streams) stream.close('shutting_down');
    await this.#feeds.close();
  }

  async serve(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { ports, authenticate } = this.#options;
    const actor = await authenticate(request, reply);
    const subscription = parseSubscription(request.query);
    refuseSilence(subscription, actor);
    const asked = request.headers['last-event-id'] ?? subscription.lastEventId;
    const token = typeof asked === 'string' && asked !== '' ? parseResumeToken(asked) : undefined;
    const head = await headOfLog(ports.database.reader(actor.workspaceId));
    const isForeign = token !== undefined && comparePositions(token, head) > 0;
    this.#count(actor.id, 1);
    try {
      await this.#stream(request, reply, actor, subscription, isForeign ? head : (token ?? head), isForeign);
    } finally {
      this.#count(actor.id, -1);
    }
  }

  #count(actorId: string, more: 1 | -1): void {
    const open = this.#perActor.get(actorId) ?? 0;
    if (more > 0 && open >= mostPerActor) {
      throw new Problem('rate_limited', {
        detail: `You have ${open} streams open. Close some, or share one between the pages of a browser.`,
        headers: { 'retry-after': '10' },
      });
    }
    if (open + more > 0) this.#perActor.set(actorId, open + more);
    else this.#perActor.delete(actorId);
  }

  async #stream(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    subscription: Subscription,
    from: EventPosition,
    isReset: boolean,
  ): Promise<void> {
    const { ports, log, slowMs = 10_000 } = this.#options;
    const { workspaceId } = actor;
    const { database } = ports;
    const feed = await this.#feeds.take(workspaceId);
    const reader = { actor };
    const messages = (events: readonly LoggedEvent[]) =>
      messagesFor(ports, reader.actor, subscription, events, request.id);
    const outlet = open(reply, from, isReset);
    const stream = new Stream({ database, workspaceId, feed, outlet, messages, slowMs }, from);
    this.#streams.add(stream);
    const stopTimers = this.#startTimers(request, stream, reader);
    try {
      await stream.run();
    } catch (err) {
      log.error({ err, requestId: request.id }, 'A live stream failed');
      stream.close('failed');
    } finally {
      stopTimers();
      this.#streams.delete(stream);
      await this.#feeds.release(workspaceId);
    }
  }

  /** Signs of life; and whoever is signed out, or loses a permission, hears no more of it within a minute. */
  #startTimers(request: FastifyRequest, stream: Stream, reader: { actor: Actor }): () => void {
    const { authenticate, log, heartbeatMs = 20_000, checkMs = 60_000 } = this.#options;
    const beat = setInterval(() => stream.mark(), heartbeatMs);
    const check = setInterval(async () => {
      try {
        reader.actor = await authenticate(request);
      } catch (err) {
        if (err instanceof Problem && err.status === 401) stream.close('signed_out');
        else log.warn({ err, requestId: request.id }, 'Whether a live reader is still signed in could not be checked');
      }
    }, checkMs);
    return () => {
      clearInterval(beat);
      clearInterval(check);
    };
  }
}

/** Takes the connection over and begins the stream. */
function open(reply: FastifyReply, from: EventPosition, isReset: boolean): Outlet {
  reply.hijack();
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const outlet = new Outlet(reply.raw);
  outlet.write(`retry: ${retryMs}\nid: ${resumeToken(from)}\n\n`);
  if (isReset) {
    const detail = 'The log does not reach to where you were, since a backup was restored. Load what you show anew.';
    outlet.write(
      messageText({ event: 'kith.stream.reset', data: JSON.stringify({ reason: 'unknown_place', detail }) }),
    );
  }
  return outlet;
}
