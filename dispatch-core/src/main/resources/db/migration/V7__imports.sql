-- What lists bring in beside the catalogue, and the number by which two imports notice each other.

-- Counts the edits of a centre's catalogue. An edit says which one it was based on.
alter table center add column catalogue_revision bigint not null default 0;

-- Certified volunteers. Personal: read only to alert them, written only by imports.
create table responder (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  primary key (center, id)
);

-- Names of places.
create table place (
  center text collate "C" not null references center,
  id text collate "C" not null,
  info jsonb not null,
  primary key (center, id)
);
