-- How many requests a minute a key may send; without it the limit of all keys.
alter table api_keys add column requests_per_minute integer check (requests_per_minute between 1 and 1000000);
