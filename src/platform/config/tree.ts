import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { type Entry, entry, flag, fraction, list, oneOf, text, url, wholeNumber } from './entry.ts';

const http = {
  port: entry('PORT', {
    about: 'The port that Kith listens on; 0 takes any free one.',
    example: '4000',
    schema: wholeNumber(0, 65_535).default(4000),
  }),
  host: entry('HOST', {
    about:
      'The address that Kith listens on. By default only this machine reaches it; 0.0.0.0 opens it to the network, which should be behind TLS.',
    example: 'localhost',
    schema: text.regex(/^[\w.:-]+$/, 'must be a host name or an address, such as 0.0.0.0').default('localhost'),
  }),
  baseUrl: entry('BASE_URL', {
    about:
      'The address under which people reach Kith, used in links and mails. Without it: the one of the settings page, or http://localhost:PORT.',
    example: 'https://crm.example.com',
    schema: url('https:', 'http:')
      .transform((value) => value.replace(/\/+$/, ''))
      .optional(),
  }),
  trustProxy: entry('TRUST_PROXY', {
    about:
      'Whom to believe about X-Forwarded-*: off, on (anybody: only where nothing else can reach Kith), the number of proxies, or a list of their addresses.',
    example: '127.0.0.1,10.0.0.0/8',
    schema: text
      .regex(/^(on|off|true|false|\d{1,2}|[\da-fA-F.:/, ]+)$/, 'must be on, off, a number of proxies, or addresses')
      .transform((value): boolean | number | string => {
        if (value === 'on' || value === 'true') return true;
        if (value === 'off' || value === 'false') return false;
        return /^\d+$/.test(value) ? Number(value) : value;
      })
      .default(false),
  }),
  corsOrigins: entry('CORS_ORIGINS', {
    about: 'The web pages, by origin, that may call the API from a browser. None by default but our own.',
    example: 'https://www.example.com',
    schema: list.pipe(z.array(url('https:', 'http:'))).default([]),
  }),
  rateLimits: entry('KITH_RATE_LIMITS', {
    about: 'off switches every rate limit off. For benchmarks only; Kith warns loudly.',
    example: 'on',
    schema: flag.default(true),
  }),
};

const home = {
  path: entry('KITH_HOME', {
    about: 'The folder of everything that Kith keeps: the embedded database, files, the master key.',
    example: '.kith',
    schema: text.default('.kith').transform((value) => (isAbsolute(value) ? value : resolve(value))),
  }),
};

const database = {
  url: entry('DATABASE_URL', {
    about: 'Your own PostgreSQL 15 or newer, as the role that the server uses. Without it Kith starts an embedded one.',
    example: 'postgres://kith_app:secret@db.example.com:5432/kith',
    secrecy: 'url',
    schema: url('postgres:', 'postgresql:').optional(),
  }),
  ownerUrl: entry('DATABASE_OWNER_URL', {
    about: 'The same database as the role that owns the tables: migrations and the building of indexes.',
    example: 'postgres://kith_owner:secret@db.example.com:5432/kith',
    secrecy: 'url',
    schema: url('postgres:', 'postgresql:').optional(),
  }),
  poolSize: entry('DATABASE_POOL_SIZE', {
    about: 'The connections that one process holds at most.',
    example: '10',
    schema: wholeNumber(2, 500).default(10),
  }),
};

const redis = {
  url: entry('REDIS_URL', {
    about:
      'Where several servers count the requests of their callers together. Without it each process counts its own.',
    example: 'redis://:secret@redis.example.com:6379',
    secrecy: 'url',
    schema: url('redis:', 'rediss:').optional(),
  }),
};

const limits = {
  plan: entry('API_PLAN', {
    about:
      'What a workspace may send by all its API keys together, a minute: none (as much as its keys may), starter (60), professional (300), or enterprise (API_PLAN_REQUESTS).',
    example: 'none',
    schema: oneOf('none', 'starter', 'professional', 'enterprise').default('none'),
  }),
  planRequests: entry('API_PLAN_REQUESTS', {
    about:
      'What a workspace of the plan enterprise may send a minute. Without it there is no limit but that of each key.',
    example: '6000',
    schema: wholeNumber(1, 1_000_000).optional(),
  }),
  keyRequests: entry('API_KEY_REQUESTS', {
    about:
      'What an API key may send a minute that was made without a limit of its own; a plan that allows more raises it.',
    example: '100',
    schema: wholeNumber(1, 1_000_000).default(100),
  }),
  algorithm: entry('API_LIMITER', {
    about:
      'How requests are counted: token-bucket (fills evenly), or sliding-window (those of the last minute or hour).',
    example: 'token-bucket',
    schema: oneOf('token-bucket', 'sliding-window').default('token-bucket'),
  }),
};

const kafka = {
  brokers: entry('KAFKA_BROKERS', {
    about: 'Brokers to which the event log is published as well, separated by commas.',
    example: 'kafka-1:9092,kafka-2:9092',
    schema: list.pipe(z.array(text.regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port, separated by commas'))).default([]),
  }),
};

const files = {
  bucket: entry('S3_BUCKET', {
    about: 'The bucket for files. Without it they are kept in KITH_HOME/files.',
    example: 'kith-files',
    schema: text.optional(),
  }),
  endpoint: entry('S3_ENDPOINT', {
    about: 'The address of an S3 that is not from Amazon, such as MinIO.',
    example: 'https://s3.example.com',
    schema: url('https:', 'http:').optional(),
  }),
  region: entry('S3_REGION', {
    about: 'The region of the bucket.',
    example: 'eu-central-1',
    schema: text.default('us-east-1'),
  }),
  accessKeyId: entry('S3_ACCESS_KEY_ID', {
    about: 'Who Kith is at the S3. Without it: what the machine offers (instance role, shared credentials).',
    example: 'AKIAEXAMPLE',
    secrecy: 'secret',
    schema: text.optional(),
  }),
  secretAccessKey: entry('S3_SECRET_ACCESS_KEY', {
    about: 'The secret of S3_ACCESS_KEY_ID.',
    example: 'secret',
    secrecy: 'secret',
    schema: text.optional(),
  }),
};

const scanner = {
  clamdSocket: entry('CLAMD_SOCKET', {
    about:
      'The socket of a clamd, as a path or host:port. Files that are uploaded are in quarantine until it has scanned them. Without it they are not scanned.',
    example: '/run/clamav/clamd.ctl',
    schema: text.optional(),
  }),
};

const crypto = {
  masterKey: entry('KITH_MASTER_KEY', {
    about:
      'The key that protects all other keys: 32 random bytes as 64 hexadecimal digits or in base64 (openssl rand -base64 32); older ones behind it, separated by commas. Without it Kith makes one in KITH_HOME/master.key: back it up, nothing sealed can be read without it.',
    example: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
    secrecy: 'secret',
    schema: text
      .regex(
        /^([\da-fA-F]{64}|[\w+/-]{43}=?)( *, *([\da-fA-F]{64}|[\w+/-]{43}=?))*$/,
        'must be 32 bytes as 64 hexadecimal digits or in base64',
      )
      .transform((value) =>
        value.split(/ *, */).map((key) => Buffer.from(key, /^[\da-fA-F]{64}$/.test(key) ? 'hex' : 'base64')),
      )
      .optional(),
  }),
  kmsKeyId: entry('KITH_KMS_KEY_ID', {
    about:
      'A key of AWS KMS, or of a service that speaks its protocol, by id, ARN or alias: it then protects the master keys in KITH_HOME/master.key, which are useless without it.',
    example: 'alias/kith',
    schema: text.optional(),
  }),
  kmsRegion: entry('KITH_KMS_REGION', {
    about: 'The region of that key.',
    example: 'eu-central-1',
    schema: text.default('us-east-1'),
  }),
  kmsEndpoint: entry('KITH_KMS_ENDPOINT', {
    about: "Where the service is, if not at Amazon's own address.",
    example: 'https://kms.example.com',
    schema: url('https:', 'http:').optional(),
  }),
  kmsAccessKeyId: entry('KITH_KMS_ACCESS_KEY_ID', {
    about: 'Who Kith is at the key-management service.',
    example: 'AKIAEXAMPLE',
    secrecy: 'secret',
    schema: text.optional(),
  }),
  kmsSecretAccessKey: entry('KITH_KMS_SECRET_ACCESS_KEY', {
    about: 'The secret of KITH_KMS_ACCESS_KEY_ID.',
    example: 'secret',
    secrecy: 'secret',
    schema: text.optional(),
  }),
};

const log = {
  level: entry('LOG_LEVEL', {
    about: 'The least serious line that is written.',
    example: 'info',
    schema: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  }),
  format: entry('LOG_FORMAT', {
    about: 'json for machines, lines for people, auto: lines on a terminal and json elsewhere.',
    example: 'auto',
    schema: oneOf('auto', 'json', 'lines').default('auto'),
  }),
};

const telemetry = {
  otlpEndpoint: entry('OTEL_EXPORTER_OTLP_ENDPOINT', {
    about: 'Where traces go, over OTLP/HTTP as JSON. Without it nothing is traced.',
    example: 'http://localhost:4318',
    schema: url('https:', 'http:')
      .transform((value) => value.replace(/\/+$/, ''))
      .optional(),
  }),
  otlpHeaders: entry('OTEL_EXPORTER_OTLP_HEADERS', {
    about: 'Headers for that address, as name=value separated by commas.',
    example: 'x-api-key=secret',
    secrecy: 'secret',
    schema: list
      .pipe(z.array(text.regex(/^[\w-]+=.+$/, 'must be name=value, separated by commas')))
      .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2))))
      .pipe(z.record(z.string(), z.string()))
      .default({}),
  }),
  serviceName: entry('OTEL_SERVICE_NAME', {
    about: 'The name of this process in traces.',
    example: 'kith',
    schema: text.default('kith'),
  }),
  sampleRatio: entry('OTEL_TRACES_SAMPLER_ARG', {
    about: 'The share of requests that is traced, from 0 to 1. A caller who traces is always followed.',
    example: '1',
    schema: fraction.default(1),
  }),
};

const mail = {
  smtpUrl: entry('SMTP_URL', {
    about: 'The mail server. Without it: the one of the settings page; without that Kith sends no mail and says so.',
    example: 'smtps://kith%40example.com:secret@smtp.example.com:465',
    secrecy: 'url',
    schema: url('smtp:', 'smtps:').optional(),
  }),
  from: entry('MAIL_FROM', {
    about: 'The sender of the mails of Kith itself, such as sign-in links.',
    example: 'Kith <kith@example.com>',
    schema: text
      .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address, such as Kith <kith@example.com>')
      .optional(),
  }),
};

const outgoing = {
  allowPrivate: entry('KITH_ALLOW_PRIVATE', {
    about:
      'Hosts, addresses or ranges inside your network that Kith may call (webhooks, models of your own). All other private addresses are refused.',
    example: 'ollama.internal,10.1.2.0/24',
    schema: list
      .pipe(
        z.array(text.regex(/^[\w.:-]+(\/\d{1,3})?$/, 'must be host names, addresses or ranges, separated by commas')),
      )
      .default([]),
  }),
};

/** Every setting that Kith reads from its environment, by section. */
export const tree = {
  http,
  limits,
  home,
  database,
  redis,
  kafka,
  files,
  scanner,
  crypto,
  log,
  telemetry,
  mail,
  outgoing,
};

type Values<T> = { readonly [K in keyof T]: T[K] extends Entry<infer V> ? V : Values<T[K]> };

/** The settings of this process, frozen. Printing it shows no secret. */
export type Config = Values<typeof tree>;

export const entries: readonly Entry<unknown>[] = Object.values(tree).flatMap((section): Entry<unknown>[] =>
  Object.values(section),
);
