-- One row: that this database is ours, and which world it belongs to. Demo data never meets live data.
create table installation (
  only_row boolean primary key default true check (only_row),
  product text not null check (product = 'dispatch120'),
  environment text not null check (environment in ('demo', 'live')),
  created_at timestamptz not null default clock_timestamp(),
  -- The master key in base64, when no key file is configured. Whoever can read this database can
  -- then read personal texts too; a key file keeps the two apart.
  master_key text,
  -- Shows a wrong master key before it writes anything; tells nothing about the key.
  key_check text
);

create table center (
  id text collate "C" primary key,
  info jsonb not null
);

create table station (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  primary key (center, id)
);

create table hospital (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  primary key (center, id)
);

create table aed (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  primary key (center, id)
);

-- What the catalogue says of a unit (info), and what the journal says (the rest). last_seq is the
-- last journal entry that names the unit: the guard of decisions about it.
create table unit (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  duty text not null default 'available',
  reason text,
  expected_back_at timestamptz,
  last_seq bigint not null default 0,
  station text collate "C" not null generated always as (info ->> 'station') stored,
  primary key (center, id),
  foreign key (center, station) references station (center, id)
) with (fillfactor = 80);
