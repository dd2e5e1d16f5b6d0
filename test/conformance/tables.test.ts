import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#platform/testing';

const { ownerUrl } = await testDatabase();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
afterAll(() => owner.end());

/** Columns as `name type`, with `!` where they are never empty and their default after `=`. */
async function columns(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(
    `select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' !' else '' end
       || coalesce(' = ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::[a-z ]+(\\(\\d+\\))?(\\[\\])?$', ''), '') as text
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return rows.map(({ text }) => text);
}

/** Indexes by the columns that they begin with, behind the workspace. */
async function indexes(table: string): Promise<string> {
  const { rows } = await owner.query<{ definition: string }>(
    'select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = $1::regclass',
    [table],
  );
  return rows.map(({ definition }) => definition.replace(/^.* USING /, '')).join('\n');
}

const stamps = [
  'workspace_id uuid ! = kith.workspace_id()',
  'created_at timestamp(3) with time zone ! = now()',
  'updated_at timestamp(3) with time zone ! = now()',
];
const authors = ['created_by uuid', 'updated_by uuid'];
const text = (length: number, ...names: string[]) => names.map((name) => `${name} character varying(${length})`);

describe.each(
  Object.entries({
    workspaces: [
      ...text(255, 'domain'),
      'name character varying(255) !',
      "settings jsonb ! = '{}'",
      ...stamps.slice(1),
    ],
    users: [
      'email character varying(255) !',
      ...text(255, 'first_name', 'last_name'),
      "settings jsonb ! = '{}'",
      'last_login timestamp(3) with time zone',
      ...stamps,
    ],
    contacts: [
      'account_id uuid',
      'owner_id uuid',
      ...text(255, 'first_name', 'last_name', 'title', 'department'),
      ...text(320, 'email'),
      ...text(50, 'phone'),
      ...text(500, 'linkedin_url'),
      ...text(100, 'twitter_handle', 'lead_source', 'source'),
      'social_links jsonb',
      "lifecycle_stage character varying(50) ! = 'subscriber'",
      'lead_score integer ! = 0',
      "score_tier character varying(20) ! = 'COLD'",
      'gdpr_consent boolean ! = false',
      'gdpr_consent_date timestamp(3) with time zone',
      "custom_fields jsonb ! = '{}'",
      ...stamps,
      ...authors,
    ],
    accounts: [
      'owner_id uuid',
      'name character varying(500) !',
      ...text(500, 'website'),
      ...text(100, 'industry', 'billing_state', 'billing_country'),
      ...text(50, 'company_size'),
      'annual_revenue bigint',
      'billing_street text',
      ...text(255, 'billing_city'),
      ...text(20, 'billing_postal_code'),
      'parent_account_id uuid',
      "custom_fields jsonb ! = '{}'",
      ...stamps,
      ...authors,
    ],
    deals: [
      'account_id uuid',
      'owner_id uuid',
      'lead_id uuid',
      'pipeline_id uuid !',
      'name character varying(500) !',
      'stage character varying(100) !',
      'amount_minor bigint',
      'currency character varying(3) !',
      'probability integer ! = 0',
      'close_date date',
      'created_date date ! = CURRENT_DATE',
      ...text(100, 'deal_type', 'lead_source'),
      ...text(50, 'forecast_category'),
      'next_step text',
      'metadata jsonb',
      "custom_fields jsonb ! = '{}'",
      ...stamps,
      ...authors,
    ],
    pipelines: [
      'name character varying(255) !',
      'description text',
      'is_default boolean ! = false',
      "stages jsonb ! = '[]'",
      ...stamps,
      ...authors,
    ],
    deal_stage_history: [
      'deal_id uuid !',
      ...text(100, 'from_stage'),
      'to_stage character varying(100) !',
      'changed_at timestamp(3) with time zone !',
      'changed_by uuid',
      'time_in_stage_hours numeric(14,4)',
    ],
    activities: [
      "subject character varying(500) ! = ''",
      'type character varying(100) !',
      "status character varying(50) ! = 'open'",
      "priority character varying(20) ! = 'normal'",
      ...['owner_id', 'assigned_to_id', 'contact_id', 'account_id', 'deal_id', 'lead_id'].map((name) => `${name} uuid`),
      'duration_minutes integer',
      'description text',
      ...text(255, 'outcome'),
      'data jsonb',
      "custom_fields jsonb ! = '{}'",
      ...stamps,
      ...authors,
    ],
    communications: [
      'type character varying(50) !',
      'direction character varying(20) !',
      ...text(500, 'from_address'),
      ...['to', 'cc', 'bcc'].map((name) => `${name}_addresses text[] ! = '{}'`),
      "subject character varying(1000) ! = ''",
      ...['body_text', 'body_html'].map((name) => `${name} text`),
      ...['sent', 'opened', 'clicked', 'replied'].map((name) => `${name}_at timestamp(3) with time zone`),
      ...['contact_id', 'deal_id', 'activity_id'].map((name) => `${name} uuid`),
      ...text(255, 'external_id', 'external_thread_id'),
      ...stamps,
      ...authors,
    ],
    api_keys: [
      'name character varying(255) !',
      'key_hash bytea !',
      'key_prefix character(8) !',
      'scopes text[]',
      'last_used_at timestamp(3) with time zone',
      'expires_at timestamp(3) with time zone',
    ],
  }),
)('%s', (table, wanted) => {
  it('has the columns that others rely on', async () => {
    expect(await columns(table)).toEqual(expect.arrayContaining(wanted));
  });
});

it('contacts are found by owner, score, tier, life cycle and change without reading them all', async () => {
  const found = await indexes('contacts');
  for (const column of ['owner_id', 'lead_score', 'score_tier', 'lifecycle_stage', 'updated_at', 'created_at'])
    expect(found).toContain(`btree (workspace_id, ${column}`);
});

it('accounts are found by owner, name, industry, website and parent without reading them all', async () => {
  const found = await indexes('accounts');
  for (const column of ['owner_id', 'name', 'industry', 'parent_account_id'])
    expect(found).toContain(`btree (workspace_id, ${column}`);
  expect(found).toContain('(workspace_id, website) WHERE (website IS NOT NULL)');
});

it('deals are found by owner, stage, close date, amount and forecast, pipelines by name, steps by deal', async () => {
  const found = await indexes('deals');
  for (const columns of [
    'owner_id',
    'stage',
    'close_date',
    'base_amount_minor DESC NULLS LAST',
    'forecast_category, close_date',
    'pipeline_id',
    'created_at',
    'updated_at',
  ])
    expect(found).toContain(`btree (workspace_id, ${columns}`);
  expect(await indexes('pipelines')).toContain('btree (workspace_id, name) WHERE (deleted_at IS NULL)');
  expect(await indexes('deal_stage_history')).toContain('btree (workspace_id, deal_id');
});

it('activities are found by owner, assignee, type and status, due date, contact and deal', async () => {
  const found = await indexes('activities');
  for (const column of ['owner_id', 'assigned_to_id', 'type, status', 'due_at', 'contact_id', 'deal_id'])
    expect(found).toContain(`btree (workspace_id, ${column}`);
  for (const column of ['due_at', 'contact_id', 'deal_id']) expect(found).toContain(`WHERE (${column} IS NOT NULL)`);
});

it('communications are found by contact, foreign id, time, and type with direction', async () => {
  const found = await indexes('communications');
  for (const column of ['contact_id', 'external_id', 'sent_at', 'type, direction'])
    expect(found).toContain(`btree (workspace_id, ${column}`);
  expect(found).toContain('WHERE (sent_at IS NOT NULL)');
});

it('users are found by address and last login', async () => {
  const found = await indexes('users');
  expect(found).toContain('(workspace_id, email)');
  expect(found).toContain('(workspace_id, last_login) WHERE (last_login IS NOT NULL)');
});

it.each([
  ['contacts', { email: 'nobody' }, 'contacts_email_check'],
  ['contacts', { email: 'two words@example.com' }, 'contacts_email_check'],
  ['contacts', { lead_score: 101 }, 'contacts_lead_score_check'],
  ['contacts', { quality_score: -1 }, 'contacts_quality_score_check'],
  ['accounts', { name: '' }, 'accounts_name_check'],
  ['accounts', { name: 'A', employee_count: -1 }, 'accounts_employee_count_check'],
  ['pipelines', { name: '' }, 'pipelines_name_check'],
  ['currency_rates', { currency: 'EUR', base: 'USD', from_date: 'now', rate: '-1' }, 'currency_rates_rate_check'],
  ['activities', { type: 'note', occurred_at: 'now', duration_minutes: -1 }, 'activities_duration_minutes_check'],
])('%s: the database itself refuses %o', async (table, values, constraint) => {
  const names = Object.keys(values);
  const inserting = owner.query(
    `insert into ${table} (workspace_id, id, ${names.join(', ')})
     values (gen_random_uuid(), gen_random_uuid(), ${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(values),
  );
  await expect(inserting).rejects.toMatchObject({ constraint });
});

it('an address with an apostrophe is one, and so is every one that passes the common pattern', async () => {
  const { rows } = await owner.query<{ ok: boolean }>(
    `select bool_and(email ~ (select regexp_replace(pg_get_constraintdef(oid), '^.*~ ''(.*)''::text.*$', '\\1')
       from pg_constraint where conname = 'contacts_email_check')) as ok
     from unnest(array['o''brien@example.com', 'a.b%c_d+e-f@ex-ample.co.uk', 'ADA@EXAMPLE.COM', 'jürgen@müller.de']) email`,
  );
  expect(rows).toEqual([{ ok: true }]);
});

it('no table has statistics of workspaces: plans do not depend on who else is in the database', async () => {
  const { rows } = await owner.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
       and not c.relispartition and a.attstattarget is distinct from 0`,
  );
  expect(rows).toEqual([]);
});
