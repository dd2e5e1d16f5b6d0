import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestsPerMinuteOf, senderOf } from '#domain/identity';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { Problem } from '#platform/errors';
import type { Limit, Spending, Spent } from '#platform/limits';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** What one may send, by what one is. Where several hold, the strictest wins. */
const perHour = { user: 10_000, anonymous: 1_000, client: 100_000 } as const;

/** One limit that holds for a request. */
interface Layer {
  /** As in the header: key, plan, client, user or anonymous. */
  name: string;
  /** Who uses it up. */
  who: string;
  limit: Limit;
}

/** Lets a request pass or refuses it; without an actor it is one of a stranger. Throws `rate_limited`. */
export type Limiter = (request: FastifyRequest, actor?: Actor) => Promise<void>;

/** What programs may send a minute. */
export interface ProgramLimits {
  /** A key that has no limit of its own. */
  key: number;
  /** All keys of a workspace together; undefined where there is no plan. */
  plan: number | undefined;
}

export interface LimiterOptions {
  clock: Clock;
  spending: Spending;
  programs: ProgramLimits;
}

const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** The limits of requests, told with every answer in the headers of the IETF's draft (RateLimit, RateLimit-Policy) and their older names. */
export function limitRequests(server: FastifyInstance, { clock, spending, programs }: LimiterOptions): Limiter {
  const told = new WeakMap<FastifyRequest, Record<string, string>>();
  server.addHook('onSend', async (request, reply) => {
    const headers = told.get(request);
    if (headers) reply.headers(headers);
  });
  server.addHook('onClose', () => spending.close());
  return async (request, actor) => {
    const layers = layersFor(request, actor, programs);
    const asks = layers.map(({ name, who, limit }) => ({ name: `${name} ${who}`, limit }));
    const all = await spending.spend(asks, clock.now().getTime());
    let strictest: { layer: Layer; spent: Spent } | undefined;
    for (const [at, spent] of all.entries()) {
      const layer = layers[at];
      if (layer && (!strictest || !spent.allowed || spent.left < strictest.spent.left)) strictest = { layer, spent };
    }
    if (!strictest) return;
    told.set(request, headersOf(layers, strictest.layer, strictest.spent));
    if (!strictest.spent.allowed) throw tooMany(strictest.layer, strictest.spent);
  };
}

function layersFor(request: FastifyRequest, actor: Actor | undefined, programs: ProgramLimits): Layer[] {
  const hourly = (name: keyof typeof perHour, who: string): Layer => ({
    name,
    who,
    limit: { most: perHour[name], windowMs: hourMs },
  });
  if (!actor) return [hourly('anonymous', senderOf(request.ip))];
  if (actor.type === 'user') return [hourly('user', actor.id)];
  const everyMinute = (name: string, who: string, most: number): Layer => ({
    name,
    who,
    limit: { most, windowMs: minuteMs },
  });
  const { key, plan } = programs;
  const own = requestsPerMinuteOf(actor) ?? Math.max(key, plan ?? 0);
  const ofPlan = plan === undefined ? [] : [everyMinute('plan', actor.workspaceId, plan)];
  return [everyMinute('key', actor.id, own), ...ofPlan, hourly('client', actor.id)];
}

function headersOf(layers: readonly Layer[], { name, limit }: Layer, { left, fullMs }: Spent): Record<string, string> {
  const policies = layers.map((layer) => `"${layer.name}";q=${layer.limit.most};w=${seconds(layer.limit.windowMs)}`);
  return {
    'ratelimit-policy': policies.join(', '),
    ratelimit: `"${name}";r=${left};t=${seconds(fullMs)}`,
    'ratelimit-limit': String(limit.most),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(seconds(fullMs)),
  };
}

const whose: Record<string, string> = {
  key: 'This key may send',
  plan: 'All keys of this workspace together may send',
  client: 'A program may send',
  user: 'A person may send',
  anonymous: 'Whoever is not signed in may send',
};

function tooMany({ name, limit }: Layer, { waitMs }: Spent): Problem {
  const wait = seconds(waitMs);
  const window = limit.windowMs === hourMs ? 'hour' : 'minute';
  const more = name === 'key' ? ', or have an administrator make a key with a higher limit' : '';
  return new Problem('rate_limited', {
    detail: `${whose[name]} ${limit.most} requests a ${window}. Try again in ${wait} s${more}.`,
    headers: { 'retry-after': String(wait) },
  });
}
