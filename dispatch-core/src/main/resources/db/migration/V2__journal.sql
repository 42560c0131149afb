-- The head of a centre's journal: appending locks this row, so numbers are gap-free in commit order.
create table journal_head (
  center text collate "C" primary key references center,
  seq bigint not null default 0,
  hash bytea not null default sha256(''),
  recorded_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

create table journal (
  center text collate "C" not null,
  seq bigint not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  incident_id text collate "C",
  unit_id text collate "C",
  -- text, not jsonb: the hash covers exactly what is stored, and jsonb would reorder it
  data text not null,
  hash bytea not null,
  primary key (center, seq)
);

-- Here and in the tables of current state an index leads with the column that selects, not with the
-- centre: a plan made while the tables are empty must already be the right one, and no index may
-- offer itself for "everything of this centre".
create index journal_of_incident on journal (incident_id, center, seq)
  where incident_id is not null;
create index journal_of_unit on journal (unit_id, center, seq) where unit_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();

-- Answers of commands, so that a repeated one is answered and not obeyed again. Kept for a day.
create table command (
  center text collate "C" not null,
  id uuid not null,
  fingerprint text not null,
  first_seq bigint not null,
  last_seq bigint not null,
  recorded_at timestamptz not null,
  primary key (id, center)
);

create index command_by_age on command (recorded_at);

-- Deletes at most p_limit answers older than a day; gives how many. Call it until it gives fewer.
create function purge_commands(p_limit integer) returns integer language plpgsql as $$
declare
  v_count integer;
begin
  delete from command where (id, center) in (
    select c.id, c.center from command c
    where c.recorded_at < clock_timestamp() - interval '24 hours'
    order by c.recorded_at limit p_limit for update skip locked);
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- A column as it goes into the hash: its length in bytes, a colon, the text; '-' for null. No two
-- different rows give the same line, whatever their texts contain.
create function hash_field(p_text text) returns text language sql immutable parallel safe as $$
  select coalesce(octet_length(p_text) || ':' || p_text, '-')
$$;

create function journal_chain_step(p_state bytea, p_before bytea, p_line bytea) returns bytea
language plpgsql immutable parallel safe as $$
begin
  return sha256(coalesce(p_state, p_before) || p_line);
end $$;

-- The running hash over lines in the order of a window, starting from the hash before them.
create aggregate journal_chain(bytea, bytea) (sfunc = journal_chain_step, stype = bytea);

-- The last entry recorded at or before an instant, 0 when there is none. recorded_at never runs
-- backwards along seq, so a binary search over the primary key finds it.
create function journal_seq_at(p_center text, p_at timestamptz) returns bigint
language plpgsql stable as $$
declare
  v_low bigint := 0;
  v_high bigint := (select seq from journal_head where center = p_center);
  v_middle bigint;
begin
  while v_low < v_high loop
    v_middle := (v_low + v_high + 1) / 2;
    if (select j.recorded_at from journal j where j.center = p_center and j.seq = v_middle) <= p_at
    then v_low := v_middle;
    else v_high := v_middle - 1;
    end if;
  end loop;
  return v_low;
end $$;
