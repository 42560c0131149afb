-- Appending: one call, one transaction, an array of commands of one centre, an outcome for each.
--
-- A command (see JournalBatch in the adapter, which writes it):
--   {"id", "fp", "actor", "touches": ["i:…", "u:…", …],
--    "guards":      [{"kind": "i"|"u", "id", "rev"}],
--    "events":      [{"id", "type", "at", "incident", "unit", "data": "exact text"}],
--    "keys":        [{"incident", "wrapped"}],
--    "incidents":   [{"id", "status", "priority", "complaint", "closed", "calls", "patients", "phones"}],
--    "assignments": [{"id", "incident", "unit", "status", "ended", "destination"}],
--    "units":       [{"id", "duty", "reason", "back"}],
--    "alerts":      [{"id", "incident", "kind", "cleared"}],
--    "links":       [{"id", "incident", "call", "expires", "hash"}],
--    "timers":      [{"incident", "id", "gen", "delay"}],     delay in microseconds
--    "untimers":    [{"incident", "id"}]}
--
-- Commands that share nothing are written together, set by set; as soon as two of an array touch the
-- same thing they are written one after the other, so that the later sees what the earlier changed.

-- Why each command can not be written, in their order; null where it can.
create function append_verdicts(p_center text, p_commands jsonb)
returns table (n bigint, outcome text, what text)
language plpgsql as $$
begin
  return query
  select c.n,
    case
      when k.fingerprint = c.cmd ->> 'fp' then 'replayed'
      when k.id is not null then 'key_reused'
      when v.what is not null then 'conflict'
    end,
    v.what
  from jsonb_array_elements(p_commands) with ordinality c (cmd, n)
  left join lateral (
    select x.* from command x where x.id = (c.cmd ->> 'id')::uuid and x.center = p_center offset 0
  ) k on true
  left join lateral (
    select coalesce(
      (select case g.kind when 'i' then 'incident ' else 'unit ' end || g.id
       from jsonb_to_recordset(c.cmd -> 'guards') g (kind text, id text, rev bigint)
       where g.rev <> coalesce(
         case g.kind
           when 'i' then
             (select i.last_seq from incident i where i.center = p_center and i.id = g.id)
           else (select u.last_seq from unit u where u.center = p_center and u.id = g.id)
         end, 0)
       limit 1),
      (select 'unit ' || a.unit
       from jsonb_to_recordset(c.cmd -> 'assignments') a (id text, unit text, ended boolean)
       where not a.ended
         and (select l.id from assignment l
              where l.center = p_center and l.unit_id = a.unit and l.ended_at is null)
           not in (
             select a.id
             union all
             select e.id from jsonb_to_recordset(c.cmd -> 'assignments') e (id text, ended boolean)
             where e.ended)
       limit 1),
      (select 'key of ' || w.incident
       from jsonb_to_recordset(c.cmd -> 'keys') w (incident text, wrapped text)
       where w.wrapped <>
         (select s.wrapped from incident_key s
          where s.center = p_center and s.incident_id = w.incident)
       limit 1)) as what
  ) v on k.id is null
  order by c.n;
end $$;

-- Numbers, times, chains and stores the events and answers, moves the head; gives the new entries.
create function append_events(p_center text, p_commands jsonb, p_head journal_head)
returns journal[] language plpgsql as $$
declare
  v_center text := hash_field(p_center);
  v_recorded_at text :=
    hash_field((extract(epoch from p_head.recorded_at) * 1000000)::bigint::text);
  v_entries journal[];
  v_last journal;
begin
  insert into command (center, id, fingerprint, first_seq, last_seq, recorded_at)
  select p_center, (c.cmd ->> 'id')::uuid, c.cmd ->> 'fp',
    p_head.seq + 1 + sum(c.events) over (order by c.n) - c.events,
    p_head.seq + sum(c.events) over (order by c.n),
    p_head.recorded_at
  from (
    select x.cmd, x.n, jsonb_array_length(x.cmd -> 'events') as events
    from jsonb_array_elements(p_commands) with ordinality x (cmd, n)) c;

  -- The hash of an entry covers the hash before it and every column as it is stored, times as
  -- microseconds since 1970. Texts are made in a step of their own (offset 0 keeps it so): only of
  -- plain columns does hash_field become part of the query instead of a call for each field.
  select coalesce(array_agg(row(p_center, e.seq, e.id, e.type, e.at, p_head.recorded_at, e.actor,
    e.incident, e.unit, e.data, e.hash)::journal order by e.seq), '{}')
  into v_entries
  from (
    select t.*, journal_chain(
      p_head.hash,
      convert_to(
        v_center || hash_field(t.seq_text) || hash_field(t.id_text) || hash_field(t.type)
        || hash_field(t.at_text) || v_recorded_at || hash_field(t.actor)
        || hash_field(t.incident) || hash_field(t.unit) || hash_field(t.data),
        'UTF8')) over (order by t.seq) as hash
    from (
      select n.*, n.seq::text as seq_text, n.id::text as id_text,
        (extract(epoch from n.at) * 1000000)::bigint::text as at_text
      from (
        select p_head.seq + row_number() over (order by c.n, x.n) as seq,
          c.cmd ->> 'actor' as actor, x.id, x.type, x.at, x.incident, x.unit, x.data
        from jsonb_array_elements(p_commands) with ordinality c (cmd, n),
          rows from (jsonb_to_recordset(c.cmd -> 'events') as
            (id uuid, type text, at timestamptz, incident text, unit text, data text))
            with ordinality x (id, type, at, incident, unit, data, n)) n
      offset 0) t) e;

  if cardinality(v_entries) > 0 then
    insert into journal select e.* from unnest(v_entries) e;
    v_last := v_entries[cardinality(v_entries)];
    update journal_head h
    set seq = v_last.seq, hash = v_last.hash, recorded_at = p_head.recorded_at
    where h.center = p_center;
  end if;
  return v_entries;
end $$;

-- Incidents and units: what the new entries touch, and the rows that come with them.
create function append_incidents_and_units(
  p_center text, p_commands jsonb, p_head journal_head, p_entries journal[]
) returns void language plpgsql as $$
declare
  v_change record;
begin
  insert into incident
    (center, id, number, opened_seq, opened_at, status, priority, complaint, closed_at, last_seq)
  select p_center, o.incident_id,
    (o.data::jsonb ->> 'numberPrefix') || '-'
      || lpad(o.seq::text, greatest(4, length(o.seq::text)), '0'),
    o.seq, p_head.recorded_at, 'waiting', 'p1', null, null, o.seq
  from unnest(p_entries) o
  where o.type = 'incident_opened';

  for v_change in
    select x.id, max(x.last_seq) as last_seq, max(x.status) as status, max(x.priority) as priority,
      max(x.complaint) as complaint, bool_or(x.closed) as closed
    from (
      select e.incident_id as id, e.seq as last_seq, null as status, null as priority,
        null as complaint, null::boolean as closed
      from unnest(p_entries) e
      where e.incident_id is not null
      union all
      select r.id, null, r.status, r.priority, r.complaint, r.closed
      from jsonb_array_elements(p_commands) c (cmd),
        jsonb_to_recordset(c.cmd -> 'incidents')
          r (id text, status text, priority text, complaint text, closed boolean)) x
    group by x.id
  loop
    update incident i
    set last_seq = coalesce(v_change.last_seq, i.last_seq),
      status = coalesce(v_change.status, i.status),
      priority = coalesce(v_change.priority, i.priority),
      complaint = case when v_change.status is null then i.complaint else v_change.complaint end,
      closed_at = case
        when v_change.closed is null then i.closed_at
        when v_change.closed then coalesce(i.closed_at, p_head.recorded_at)
      end
    where i.id = v_change.id and i.center = p_center;
  end loop;

  for v_change in
    select e.unit_id, max(e.seq) as last_seq from unnest(p_entries) e
    where e.unit_id is not null
    group by e.unit_id
  loop
    update unit u set last_seq = v_change.last_seq
    where u.center = p_center and u.id = v_change.unit_id;
  end loop;
end $$;

-- Assignments and duties. Ends go before beginnings: the index sees each unit free before it is sent.
create function append_assignments(p_center text, p_commands jsonb, p_head journal_head)
returns void language plpgsql as $$
declare
  v_row record;
begin
  for v_row in
    select r.* from jsonb_array_elements(p_commands) c (cmd),
      jsonb_to_recordset(c.cmd -> 'assignments')
        r (id text, status text, ended boolean, destination text)
    where r.ended
  loop
    update assignment a
    set status = v_row.status, destination = v_row.destination,
      ended_at = coalesce(a.ended_at, p_head.recorded_at)
    where a.id = v_row.id and a.center = p_center;
  end loop;

  insert into assignment (center, id, incident_id, unit_id, status, destination, ended_at)
  select p_center, r.id, r.incident, r.unit, r.status, r.destination,
    case when r.ended then p_head.recorded_at end
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'assignments')
      r (id text, incident text, unit text, status text, ended boolean, destination text)
  on conflict (id, center) do update
  set incident_id = excluded.incident_id, status = excluded.status,
    destination = excluded.destination,
    ended_at = case when excluded.ended_at is null then null
      else coalesce(assignment.ended_at, excluded.ended_at) end;

  for v_row in
    select r.* from jsonb_array_elements(p_commands) c (cmd),
      jsonb_to_recordset(c.cmd -> 'units') r (id text, duty text, reason text, back timestamptz)
  loop
    update unit u set duty = v_row.duty, reason = v_row.reason, expected_back_at = v_row.back
    where u.center = p_center and u.id = v_row.id;
  end loop;
end $$;

-- What finds an incident: its calls, patients and phones; and the key of its personal texts.
create function append_lookups(p_center text, p_commands jsonb) returns void
language plpgsql as $$
declare
  v_row record;
begin
  insert into incident_key (center, incident_id, wrapped)
  select p_center, k.incident, k.wrapped
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'keys') k (incident text, wrapped text)
  on conflict do nothing;

  -- A closed incident keeps what it had, but does not take a call back from where it was linked to.
  insert into incident_call (center, call_id, incident_id)
  select distinct on (call) p_center, call, r.id
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'incidents') r (id text, closed boolean, calls jsonb),
    jsonb_array_elements_text(r.calls) call
  where not r.closed
    or not exists (select 1 from incident_call k where k.center = p_center and k.call_id = call)
  order by call, r.closed
  on conflict (call_id, center) do update set incident_id = excluded.incident_id
  where incident_call.incident_id <> excluded.incident_id;

  insert into incident_patient (center, patient_id, incident_id)
  select distinct on (patient) p_center, patient, r.id
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'incidents') r (id text, closed boolean, patients jsonb),
    jsonb_array_elements_text(r.patients) patient
  where not r.closed
    or not exists (
      select 1 from incident_patient k where k.center = p_center and k.patient_id = patient)
  order by patient, r.closed
  on conflict (patient_id, center) do update set incident_id = excluded.incident_id
  where incident_patient.incident_id <> excluded.incident_id;

  for v_row in
    select r.* from jsonb_array_elements(p_commands) c (cmd),
      jsonb_to_recordset(c.cmd -> 'incidents') r (id text, phones jsonb)
  loop
    delete from phone_index p
    where p.incident_id = v_row.id and p.center = p_center and not v_row.phones ? p.phone_hash;
  end loop;

  insert into phone_index (center, phone_hash, incident_id)
  select p_center, phone, r.id
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'incidents') r (id text, phones jsonb),
    jsonb_array_elements_text(r.phones) phone
  on conflict do nothing;
end $$;

create function append_alerts_links_timers(p_center text, p_commands jsonb, p_head journal_head)
returns void language plpgsql as $$
declare
  v_row record;
begin
  insert into alert (center, id, incident_id, kind, cleared)
  select p_center, r.id, r.incident, r.kind, r.cleared
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'alerts') r (id text, incident text, kind text, cleared boolean)
  on conflict (id, center) do update
  set incident_id = excluded.incident_id, kind = excluded.kind, cleared = excluded.cleared;

  insert into locator_link (center, id, token_hash, incident_id, call_id, expires_at)
  select p_center, r.id, r.hash, r.incident, r.call, r.expires
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'links')
      r (id text, incident text, call text, expires timestamptz, hash text)
  on conflict (id, center) do update
  set incident_id = excluded.incident_id, call_id = excluded.call_id,
    expires_at = excluded.expires_at;

  for v_row in
    select r.* from jsonb_array_elements(p_commands) c (cmd),
      jsonb_to_recordset(c.cmd -> 'untimers') r (incident text, id text)
  loop
    delete from timer t
    where t.incident_id = v_row.incident and t.id = v_row.id and t.center = p_center;
  end loop;

  insert into timer (center, incident_id, id, generation, due_at)
  select p_center, r.incident, r.id, r.gen,
    p_head.recorded_at + r.delay * interval '1 microsecond'
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'timers') r (incident text, id text, gen integer, delay bigint)
  on conflict (incident_id, id, center) do update
  set generation = excluded.generation, due_at = excluded.due_at;
end $$;

-- Commands of which no two touch the same thing; the head is locked.
create function append_independent(p_center text, p_commands jsonb)
returns table (outcome text, first_seq bigint, last_seq bigint, recorded_at timestamptz, what text)
language plpgsql as $$
declare
  v_head journal_head;
  v_outcomes text[];
  v_whats text[];
  v_good jsonb := p_commands;
  v_entries journal[];
begin
  select * into strict v_head from journal_head h where h.center = p_center;
  v_head.recorded_at := greatest(v_head.recorded_at, clock_timestamp());

  select array_agg(v.outcome order by v.n), array_agg(v.what order by v.n)
  into v_outcomes, v_whats from append_verdicts(p_center, p_commands) v;

  if num_nonnulls(variadic v_outcomes) > 0 then
    select coalesce(jsonb_agg(c.cmd order by c.n), '[]') into v_good
    from jsonb_array_elements(p_commands) with ordinality c (cmd, n)
    where v_outcomes[c.n] is null;
  end if;

  if v_good <> '[]' then
    v_entries := append_events(p_center, v_good, v_head);
    perform append_incidents_and_units(p_center, v_good, v_head, v_entries);
    perform append_assignments(p_center, v_good, v_head);
    perform append_lookups(p_center, v_good);
    perform append_alerts_links_timers(p_center, v_good, v_head);
  end if;

  return query
  select coalesce(v_outcomes[c.n], 'committed'), k.first_seq, k.last_seq, k.recorded_at,
    v_whats[c.n]
  from jsonb_array_elements(p_commands) with ordinality c (cmd, n)
  left join lateral (
    select x.* from command x where x.id = (c.cmd ->> 'id')::uuid and x.center = p_center offset 0
  ) k on true
  order by c.n;
end $$;

-- The one entry point. The planner can not know how few rows an array brings, and it plans once, maybe
-- while the tables are empty. So no statement here joins an array with a table: each row is looked up
-- or changed by its key, in subqueries or loops. A plan that scans a table would hold the centre's lock
-- all the while. The settings pin the same.
create function append_commands(p_center text, p_commands text)
returns table (outcome text, first_seq bigint, last_seq bigint, recorded_at timestamptz, what text)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_hashjoin = off
set enable_mergejoin = off
set enable_seqscan = off
set enable_bitmapscan = off
set jit = off
as $$
declare
  v_commands jsonb := p_commands;
  v_one jsonb;
begin
  perform 1 from journal_head h where h.center = p_center for update;
  if not found then
    raise exception 'unknown center %', p_center using errcode = 'no_data_found';
  end if;

  if not exists (
    select 1
    from jsonb_array_elements(v_commands) c (cmd), jsonb_array_elements_text(c.cmd -> 'touches') t
    group by t having count(*) > 1)
  then
    return query select * from append_independent(p_center, v_commands);
  else
    for v_one in select c.cmd from jsonb_array_elements(v_commands) with ordinality c (cmd, n)
      order by c.n
    loop
      return query select * from append_independent(p_center, jsonb_build_array(v_one));
    end loop;
  end if;
end $$;
