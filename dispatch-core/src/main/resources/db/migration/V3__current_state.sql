-- Current state: what guards, finds and lists need. The state itself is the fold of the journal.

create table incident (
  center text collate "C" not null,
  id text collate "C" not null,
  number text collate "C" not null,
  opened_seq bigint not null,
  opened_at timestamptz not null,
  status text not null,
  priority text not null,
  complaint text,
  closed_at timestamptz,
  last_seq bigint not null,
  primary key (id, center)
) with (fillfactor = 80);

create unique index incident_by_number on incident (number, center);
create unique index incident_by_opening on incident (opened_seq, center);
create index incident_open on incident (center, id) where closed_at is null;

create table assignment (
  center text collate "C" not null,
  id text collate "C" not null,
  incident_id text collate "C" not null,
  unit_id text collate "C" not null,
  status text not null,
  destination text collate "C",
  ended_at timestamptz,
  primary key (id, center)
) with (fillfactor = 80);

-- The database itself forbids a unit in two places.
create unique index one_live_assignment on assignment (center, unit_id) where ended_at is null;

create table alert (
  center text collate "C" not null,
  id text collate "C" not null,
  incident_id text collate "C" not null,
  kind text not null,
  cleared boolean not null,
  primary key (id, center)
);

create table timer (
  center text collate "C" not null,
  incident_id text collate "C" not null,
  id text collate "C" not null,
  generation integer not null,
  due_at timestamptz not null,
  primary key (incident_id, id, center)
);

create index timer_due on timer (due_at, center);

-- Only the hash of a link's token: who reads this table can open no link.
create table locator_link (
  center text collate "C" not null,
  id text collate "C" not null,
  token_hash text collate "C" not null unique,
  incident_id text collate "C" not null,
  call_id text collate "C" not null,
  expires_at timestamptz not null,
  primary key (id, center)
);

create table incident_call (
  center text collate "C" not null,
  call_id text collate "C" not null,
  incident_id text collate "C" not null,
  primary key (call_id, center)
);

create table incident_patient (
  center text collate "C" not null,
  patient_id text collate "C" not null,
  incident_id text collate "C" not null,
  primary key (patient_id, center)
);

-- Callers by a keyed hash of their number.
create table phone_index (
  center text collate "C" not null,
  phone_hash text collate "C" not null,
  incident_id text collate "C" not null,
  primary key (phone_hash, incident_id, center)
);

create index phone_of_incident on phone_index (incident_id, center);

-- The key of every personal text of an incident, wrapped with the master key. Deleting the row
-- erases the people of the incident: the journal keeps what happened, nobody can read about whom.
-- A text that followed its call to another incident is sealed with that one's key: erase both.
create table incident_key (
  center text collate "C" not null,
  incident_id text collate "C" not null,
  wrapped text not null,
  primary key (incident_id, center)
);

create function forget_phones() returns trigger language plpgsql as $$
begin
  delete from phone_index p where p.center = old.center and p.incident_id = old.incident_id;
  return null;
end $$;

create trigger erased_with_phones after delete on incident_key
  for each row execute function forget_phones();
