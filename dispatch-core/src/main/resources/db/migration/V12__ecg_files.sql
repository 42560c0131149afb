-- Files of electrocardiograms. The journal knows them by their checksum; their bytes are here, sealed
-- with the key of the incident, and they go with it.

create table ecg_content (
  center text collate "C" not null,
  incident_id text collate "C" not null,
  patient_id text collate "C" not null,
  sha256 text collate "C" not null,
  size_bytes integer not null,
  sealed bytea not null,
  stored_at timestamptz not null default clock_timestamp(),
  primary key (center, incident_id, sha256)
);

-- Sealed bytes do not compress.
alter table ecg_content alter column sealed set storage external;

create index ecg_content_of_patient on ecg_content (center, patient_id);

-- Files on their way, piece by piece. An upload that stalls is purged with its pieces.
create table ecg_upload (
  center text collate "C" not null,
  id text collate "C" not null,
  incident_id text collate "C" not null,
  patient_id text collate "C" not null,
  sha256 text collate "C" not null,
  size_bytes integer not null,
  received_bytes integer not null default 0,
  sealed_name text,
  taken_at timestamptz,
  touched_at timestamptz not null default clock_timestamp(),
  primary key (center, id)
);

create index ecg_upload_of_patient on ecg_upload (center, patient_id);
create index ecg_upload_stalled on ecg_upload (touched_at);

create table ecg_chunk (
  center text collate "C" not null,
  upload_id text collate "C" not null,
  begin_byte integer not null,
  sealed bytea not null,
  primary key (center, upload_id, begin_byte),
  foreign key (center, upload_id) references ecg_upload on delete cascade
);

alter table ecg_chunk alter column sealed set storage external;

-- Unreadable without the key, and of no use then.
create function forget_ecgs() returns trigger language plpgsql as $$
begin
  delete from ecg_content c where c.center = old.center and c.incident_id = old.incident_id;
  delete from ecg_upload u where u.center = old.center and u.incident_id = old.incident_id;
  return null;
end $$;

create trigger erased_with_ecgs after delete on incident_key
  for each row execute function forget_ecgs();
