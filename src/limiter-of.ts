import type { FastifyInstance } from 'fastify';
import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { openSpending } from '#platform/limits';
import type { Log } from '#platform/log';
import { type Limiter, limitRequests } from '#surfaces/rest';

/** What the keys of a workspace may send together, a minute. */
const plans = { none: undefined, starter: 60, professional: 300 } as const;

/** The limits of requests, as they are set up. */
export async function limiterOf(server: FastifyInstance, clock: Clock, config: Config, log: Log): Promise<Limiter> {
  const { plan, planRequests, keyRequests, algorithm } = config.limits;
  const onError = (error: unknown) =>
    log.warn({ err: error }, 'Redis cannot be asked: each process counts the requests of its callers for itself');
  const spending = await openSpending({ algorithm, redisUrl: config.redis.url, onError });
  const programs = { key: keyRequests, plan: plan === 'enterprise' ? planRequests : plans[plan] };
  return limitRequests(server, { clock, spending, programs });
}
