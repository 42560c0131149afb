create table unit_position (
  center text collate "C" not null,
  unit_id text collate "C" not null,
  lng double precision not null,
  lat double precision not null,
  at timestamptz not null,
  speed_mps double precision,
  heading_degrees double precision,
  accuracy_meters double precision,
  primary key (center, unit_id)
) with (fillfactor = 50);

-- Partitioned by the day it was recorded, which, unlike device time, nobody can send wrong.
create table unit_track (
  center text collate "C" not null,
  unit_id text collate "C" not null,
  lng double precision not null,
  lat double precision not null,
  at timestamptz not null,
  speed_mps double precision,
  heading_degrees double precision,
  accuracy_meters double precision,
  recorded_at timestamptz not null default clock_timestamp()
) partition by range (recorded_at);

create index unit_track_by_unit on unit_track (center, unit_id, at);

-- Makes the partitions of today and the days ahead, drops those older than p_keep_days. Safe to
-- call at any time from any node: all such work runs under one advisory lock.
create function maintain_unit_track(p_keep_days integer) returns void language plpgsql
security definer set search_path = public as $$
declare
  v_today date := (clock_timestamp() at time zone 'UTC')::date;
  v_day date;
  v_name text;
begin
  perform pg_advisory_xact_lock(120120120);
  for v_day in select v_today + n from generate_series(-1, 3) n loop
    v_name := 'unit_track_' || to_char(v_day, 'YYYYMMDD');
    if to_regclass(v_name) is null then
      execute format(
        'create table %I partition of unit_track for values from (%L) to (%L)',
        v_name, v_day || ' 00:00:00+00', v_day + 1 || ' 00:00:00+00');
    end if;
  end loop;
  for v_name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'unit_track'::regclass
      and c.relname < 'unit_track_' || to_char(v_today - p_keep_days, 'YYYYMMDD')
  loop
    execute format('drop table %I', v_name);
  end loop;
end $$;
