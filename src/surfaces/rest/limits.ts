import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestsPerMinuteOf } from '#domain/identity';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import { Problem } from '#platform/errors';
import { Buckets, type Limit, type Spent } from '#platform/limits';

/** What a program may send when its key says nothing of its own. */
const ofAnyKey: Limit = { most: 100_000, windowMs: 3_600_000 };

/** Lets a request pass or refuses it. Throws `rate_limited`. */
export type Limiter = (request: FastifyRequest, actor: Actor) => void;

const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** The limits of keys, told with every answer in the headers of the IETF's draft (RateLimit, RateLimit-Policy) and their older names. */
export function limitKeys(server: FastifyInstance, clock: Clock): Limiter {
  const buckets = new Buckets();
  const told = new WeakMap<FastifyRequest, Record<string, string>>();
  server.addHook('onSend', async (request, reply) => {
    const headers = told.get(request);
    if (headers) reply.headers(headers);
  });
  return (request, actor) => {
    if (actor.type !== 'key') return;
    const own = requestsPerMinuteOf(actor);
    const limit = own ? { most: own, windowMs: 60_000 } : ofAnyKey;
    const spent = buckets.spend(actor.id, limit, clock.now().getTime());
    told.set(request, headersOf(limit, spent));
    if (!spent.allowed) throw tooMany(limit, spent);
  };
}

function headersOf({ most, windowMs }: Limit, { left, fullMs }: Spent): Record<string, string> {
  return {
    'ratelimit-policy': `"key";q=${most};w=${seconds(windowMs)}`,
    ratelimit: `"key";r=${left};t=${seconds(fullMs)}`,
    'ratelimit-limit': String(most),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(seconds(fullMs)),
  };
}

function tooMany({ most, windowMs }: Limit, { waitMs }: Spent): Problem {
  const wait = seconds(waitMs);
  const window = windowMs === 60_000 ? 'minute' : 'hour';
  return new Problem('rate_limited', {
    detail: `This key may send ${most} requests a ${window}. Try again in ${wait} s, or have an administrator make a key with a higher limit.`,
    headers: { 'retry-after': String(wait) },
  });
}
