create table app_user (
  username text not null,
  center text collate "C" not null,
  role text not null,
  unit_id text,
  hospital_id text,
  station_id text,
  password_hash text not null,
  disabled boolean not null default false
);

create unique index app_user_by_name on app_user (lower(username));

-- Sessions and tickets by the SHA-256 of their token; the user as of the sign-in.
create table session (
  token_hash text collate "C" primary key,
  username text not null,
  center text collate "C" not null,
  role text not null,
  unit_id text,
  hospital_id text,
  station_id text,
  expires_at timestamptz not null
);

create index session_of_user on session (lower(username));
create index session_by_expiry on session (expires_at);

create table ws_ticket (
  ticket_hash text collate "C" primary key,
  token_hash text collate "C" not null references session on delete cascade,
  expires_at timestamptz not null
);

create index ws_ticket_of_session on ws_ticket (token_hash);

create table api_token (
  token_hash text collate "C" primary key,
  name text not null,
  center text collate "C" not null,
  role text not null,
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz
);
