import { Redis } from 'ioredis';
import type { Algorithm, Ask, Spent } from './limit.ts';
import { LocalSpending, type Spending } from './spending.ts';

/** All of a request's limits in one go, by the clock of Redis: KEYS are their names, ARGV is most and window (ms) of each. Answers allowed, left, waitMs, fullMs of each that was asked. */
const scripts: Record<Algorithm, string> = {
  'token-bucket': `
    local t = redis.call('TIME')
    local now = t[1] * 1000 + math.floor(t[2] / 1000)
    local answers = {}
    for i, key in ipairs(KEYS) do
      local most, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
      local per = most / window
      local known = redis.call('HMGET', key, 't', 'a')
      local there = most
      if known[1] then there = math.min(most, tonumber(known[1]) + math.max(0, now - tonumber(known[2])) * per) end
      local allowed = there >= 1
      local tokens = allowed and there - 1 or there
      redis.call('HSET', key, 't', string.format('%.9f', tokens), 'a', now)
      redis.call('PEXPIRE', key, window)
      local wait = tokens >= 1 and 0 or math.ceil((1 - tokens) / per)
      for _, one in ipairs({ allowed and 1 or 0, math.floor(tokens), wait, math.ceil((most - tokens) / per) }) do answers[#answers + 1] = one end
      if not allowed then break end
    end
    return answers`,
  'sliding-window': `
    local t = redis.call('TIME')
    local now = t[1] * 1000 + math.floor(t[2] / 1000)
    local answers = {}
    for i, key in ipairs(KEYS) do
      local most, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
      local number = math.floor(now / window)
      local known = redis.call('HMGET', key, 'n', 'c', 'b')
      local count, before = 0, 0
      if known[1] then
        if tonumber(known[1]) == number then count, before = tonumber(known[2]), tonumber(known[3])
        elseif tonumber(known[1]) == number - 1 then before = tonumber(known[2]) end
      end
      local passed = now / window - number
      local there = count + before * (1 - passed)
      local allowed = there + 1 <= most
      if allowed then count = count + 1; there = there + 1 end
      redis.call('HSET', key, 'n', number, 'c', count, 'b', before)
      redis.call('PEXPIRE', key, 2 * window)
      local left = math.max(0, math.floor(most - there))
      local rest = (1 - passed) * window
      local wait = 0
      if left == 0 then
        if count + 1 <= most then wait = math.max(0, window * (1 - (most - 1 - count) / math.max(before, 1)) - (window - rest))
        else wait = rest + window * (1 - (most - 1) / count) end
      end
      for _, one in ipairs({ allowed and 1 or 0, left, math.ceil(wait), math.ceil(rest + (count > 0 and window or 0)) }) do answers[#answers + 1] = one end
      if not allowed then break end
    end
    return answers`,
};

const patienceMs = 250;
const tellEveryMs = 60_000;
const figures = 4;

/** Several servers together. While Redis is away nobody waits for it: each counts for itself. */
export class RedisSpending implements Spending {
  readonly #redis: Redis;
  readonly #local: LocalSpending;
  readonly #script: string;
  readonly #onError: (error: unknown) => void;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(url: string, algorithm: Algorithm, onError: (error: unknown) => void) {
    this.#redis = new Redis(url, {
      commandTimeout: patienceMs,
      connectTimeout: 2000,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(5000, 100 * tries),
    });
    this.#local = new LocalSpending(algorithm);
    this.#script = scripts[algorithm];
    this.#onError = onError;
    this.#redis.on('error', (error: unknown) => this.#tell(error));
  }

  async spend(asks: readonly Ask[], nowMs: number): Promise<Spent[]> {
    // One tag: a cluster of Redis keeps what one script touches on one server.
    const keys = asks.map(({ name }) => `kith:{limits}:${name}`);
    const limits = asks.flatMap(({ limit }) => [limit.most, limit.windowMs]);
    try {
      const answers = (await this.#redis.eval(this.#script, keys.length, ...keys, ...limits)) as number[];
      return Array.from({ length: answers.length / figures }, (_, at) => {
        const [allowed = 0, left = 0, waitMs = 0, fullMs = 0] = answers.slice(at * figures, (at + 1) * figures);
        return { allowed: allowed === 1, left, waitMs, fullMs };
      });
    } catch (error) {
      this.#tell(error);
      return this.#local.spend(asks, nowMs);
    }
  }

  /** Redis answers. */
  get isReady(): boolean {
    return this.#redis.status === 'ready';
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }

  /** Once a minute: every request would say the same. */
  #tell(error: unknown): void {
    if (performance.now() - this.#toldMs < tellEveryMs) return;
    this.#toldMs = performance.now();
    this.#onError(error);
  }
}
