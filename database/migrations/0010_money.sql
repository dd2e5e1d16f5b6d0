-- Money: what the database must know of currencies to show, compare and convert amounts, which are kept in minor units.

-- ISO 4217, as in src/platform/money/currencies.ts; a test compares the two.
create function kith.currency_digits(code text) returns integer language sql immutable parallel safe as $$
  select case
    when code in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when code in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    when code in ('CLF', 'UYW') then 4
    else 2 end
$$;

-- 123450, EUR → '1234.50', exactly.
create function kith.money_text(minor numeric, code text) returns text language sql immutable parallel safe as $$
  select (minor * case kith.currency_digits(code) when 0 then 1 when 2 then 0.01 when 3 then 0.001 else 0.0001 end)::text
$$;

-- The currency in which a workspace adds up; US dollars until it says otherwise.
create function kith.workspace_currency() returns text language sql stable parallel safe as $$
  select coalesce((select settings->>'currency' from workspaces where id = kith.workspace_id()), 'USD')
$$;

-- An amount in the currency of the workspace as its minor units: what lists compare with.
create function kith.workspace_minor(amount numeric) returns bigint language sql stable parallel safe as $$
  select round(amount * power(10::numeric, kith.currency_digits(kith.workspace_currency())))::bigint
$$;

-- What one unit of a currency is worth in another from a day on. The rate is kept as it was written: `1.0845`.
create table currency_rates (
  id uuid not null,
  version bigint not null default 1,
  currency varchar(3) not null,
  base varchar(3) not null check (base <> currency),
  from_date date not null,
  rate varchar(32) not null check (rate ~ '^\d{1,12}(\.\d{1,12})?$' and rate::numeric > 0),
  source varchar(100),
  deleted_at timestamptz(3)
);
select kith.make_workspace_table('currency_rates');
create unique index currency_rates_by_day on currency_rates (workspace_id, currency, base, from_date) where deleted_at is null;
create index currency_rates_newest on currency_rates (workspace_id, created_at, id);
create index currency_rates_latest on currency_rates (workspace_id, from_date, id);

-- Minor units of one currency in another by the rate of the day, or else by the latest before it; NULL when there is none, or when the
-- result has more digits than a list can compare exactly (2^53).
create function kith.convert_minor(minor bigint, from_currency text, to_currency text, on_day date) returns bigint
language sql stable parallel safe as $$
  select case
    when from_currency = to_currency then minor
    else (
      select case when abs(value) <= 9007199254740991 then value::bigint end
      from (
        select round(minor * r.rate::numeric * power(10::numeric, kith.currency_digits(to_currency) - kith.currency_digits(from_currency))) as value
        from currency_rates r
        where r.workspace_id = kith.workspace_id() and r.currency = from_currency and r.base = to_currency and r.from_date <= on_day
          and r.deleted_at is null
        order by r.from_date desc limit 1
      ) converted
    ) end
$$;
