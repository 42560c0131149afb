-- Chest-pain cases, hospitals that are told, and the text messages to them: what finds and what waits.

create table chest_pain_case (
  center text collate "C" not null,
  patient_id text collate "C" not null,
  incident_id text collate "C" not null,
  opened_at timestamptz not null,
  primary key (patient_id, center)
);

create index chest_pain_case_by_time on chest_pain_case (center, opened_at);

create table escalation (
  center text collate "C" not null,
  id text collate "C" not null,
  incident_id text collate "C" not null,
  primary key (id, center)
);

-- Text messages to hospitals. Any node takes one that waits, by setting its next try, and sends it: what
-- a node that dies had taken is sent by another after that. The message's id goes with it, so that the
-- receiving side can tell a repetition. Only the hash of the token that answers by it is kept.
create table page (
  center text collate "C" not null,
  id text collate "C" not null,
  incident_id text collate "C" not null,
  escalation_id text collate "C" not null,
  recipient integer not null,
  token_hash text collate "C" not null unique,
  waiting boolean not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  created_at timestamptz not null,
  primary key (id, center)
) with (fillfactor = 80);

create index page_waiting on page (center, next_try_at) where waiting;

create function append_pathway(p_center text, p_commands jsonb, p_head journal_head)
returns void language plpgsql as $$
begin
  insert into chest_pain_case (center, patient_id, incident_id, opened_at)
  select p_center, r.patient, r.incident, r.opened
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'cases') r (patient text, incident text, opened timestamptz)
  on conflict (patient_id, center) do update set incident_id = excluded.incident_id;

  insert into escalation (center, id, incident_id)
  select p_center, r.id, r.incident
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'escalations') r (id text, incident text)
  on conflict (id, center) do update set incident_id = excluded.incident_id;

  insert into page
    (center, id, incident_id, escalation_id, recipient, token_hash, waiting, next_try_at, created_at)
  select p_center, r.id, r.incident, r.escalation, r.recipient, r.hash, r.waiting,
    p_head.recorded_at, p_head.recorded_at
  from jsonb_array_elements(p_commands) c (cmd),
    jsonb_to_recordset(c.cmd -> 'pages')
      r (id text, incident text, escalation text, recipient integer, waiting boolean, hash text)
  on conflict (id, center) do update
    set waiting = excluded.waiting, incident_id = excluded.incident_id;
end $$;

-- As before, and the rows of the pathway.
create or replace function append_independent(p_center text, p_commands jsonb)
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
    perform append_roads(p_center, v_entries);
    perform append_triage_cards(p_center, v_entries);
    perform append_pathway(p_center, v_good, v_head);
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
