import { inspect, parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { ConfigError, loadConfig, publicUrl, renderEnvExample } from './index.ts';
import { entries } from './tree.ts';

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

test('with nothing set Kith runs on this machine alone, with all it needs inside', () => {
  const config = loadConfig({});
  expect(config.http).toMatchObject({ port: 4000, host: 'localhost', trustProxy: false, rateLimits: true });
  expect(config.home.path).toMatch(/^\/.*\.kith$/);
  expect(config.database.url).toBeUndefined();
  expect(publicUrl(config)).toBe('http://localhost:4000');
});

test('all mistakes are told at once, each with its name and an example', () => {
  const mistakes = mistakesOf({ PORT: 'eighty', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://u:hunter2@h/d' });
  expect(mistakes).toHaveLength(3);
  expect(mistakes[0]).toBe('PORT must be a whole number from 0 to 65535 (now "eighty"). Example: PORT=4000');
  expect(mistakes.join()).not.toContain('hunter2');
});

test.each([
  [{ PORT: '70000' }, /PORT must be from 0 to 65535/],
  [{ PORT: '-1' }, /PORT/],
  [{ HOST: 'a b; rm -rf /' }, /HOST must be a host name/],
  [{ BASE_URL: 'javascript:alert(1)' }, /BASE_URL must be a URL that starts with https:/],
  [{ KITH_MASTER_KEY: 'short' }, /KITH_MASTER_KEY must be 32 bytes/],
  [{ KITH_RATE_LIMITS: 'maybe' }, /must be on or off/],
  [{ KAFKA_BROKERS: 'kafka' }, /KAFKA_BROKERS must be host:port/],
  [{ OTEL_TRACES_SAMPLER_ARG: '2' }, /from 0 to 1/],
  [{ MAIL_FROM: 'Kith <a@b.c>\r\nBcc: x@y.z' }, /MAIL_FROM must be an address/],
  [{ KITH_RATELIMITS: 'off' }, /Did you mean KITH_RATE_LIMITS/],
  [{ DATABASE_OWNER_URL: 'postgres://o@h/d' }, /without DATABASE_URL/],
  [{ S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k' }, /go together/],
  [{ SMTP_URL: 'smtp://h' }, /without MAIL_FROM/],
  [{ S3_ENDPOINT: 'http://h' }, /without S3_BUCKET/],
])('%j is refused', (env, reason) => {
  expect(mistakesOf(env).join()).toMatch(reason);
});

test('an empty value is no value, as containers pass it', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' }).http.port).toBe(4000);
});

test('variables that Kubernetes sets for a service named kith are left alone', () => {
  expect(mistakesOf({ KITH_PORT: 'tcp://10.0.0.1:4000', KITH_SERVICE_HOST: '10.0.0.1' })).toEqual([]);
});

test('values are read as what they are', () => {
  const config = loadConfig({
    TRUST_PROXY: '2',
    KAFKA_BROKERS: 'a:1, b:2',
    KITH_MASTER_KEY: 'ab'.repeat(32),
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a=b,y=2',
    BASE_URL: 'https://crm.example.com/',
  });
  expect(config.http.trustProxy).toBe(2);
  expect(config.kafka.brokers).toEqual(['a:1', 'b:2']);
  expect(config.crypto.masterKey).toEqual([Buffer.alloc(32, 0xab)]);
  expect(config.telemetry.otlpHeaders).toEqual({ 'x-key': 'a=b', y: '2' });
  expect(publicUrl(config, 'http://ignored')).toBe('https://crm.example.com');
});

test('printing the configuration shows no secret', () => {
  const config = loadConfig({
    DATABASE_URL: 'postgres://kith:hunter2@h/d',
    KITH_MASTER_KEY: 'ab'.repeat(32),
    S3_BUCKET: 'b',
    S3_ACCESS_KEY_ID: 'hunter2',
    S3_SECRET_ACCESS_KEY: 'hunter2',
  });
  for (const printed of [inspect(config), JSON.stringify({ config }), `${inspect([config])}`]) {
    expect(printed).toContain('postgres://kith:hidden@h/d');
    expect(printed).not.toMatch(/hunter2|abab/);
  }
});

test('nobody can change the configuration afterwards', () => {
  const config = loadConfig({});
  expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError);
});

test('.env.example names every setting, and its examples are valid', () => {
  const rendered = renderEnvExample();
  for (const { name } of entries) expect(rendered).toContain(`#${name}=`);
  expect(mistakesOf(parseEnv(rendered.replaceAll(/^#(\w+=)/gm, '$1')) as Record<string, string>)).toEqual([]);
});
