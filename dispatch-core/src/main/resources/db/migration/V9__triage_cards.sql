-- Triage cards: which entries of the journal are about them. What is in force is the fold of these few entries.
-- The last number of a centre guards every command about its cards and every triage (guard kind "t").

create table triage_card_entry (
  center text collate "C" not null,
  seq bigint not null,
  primary key (center, seq)
);

create function append_triage_cards(p_center text, p_entries journal[]) returns void
language sql as $$
  insert into triage_card_entry (center, seq)
  select p_center, e.seq from unnest(p_entries) e
  where e.type in ('triage_card_proposed', 'triage_card_approved', 'triage_card_withdrawn')
$$;

-- As in V8, and the guard of triage cards.
create or replace function append_verdicts(p_center text, p_commands jsonb)
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
      (select case g.kind when 'i' then 'incident ' when 'u' then 'unit ' when 't' then 'triage cards'
         else 'roads' end || g.id
       from jsonb_to_recordset(c.cmd -> 'guards') g (kind text, id text, rev bigint)
       where g.rev <> coalesce(
         case g.kind
           when 'i' then
             (select i.last_seq from incident i where i.center = p_center and i.id = g.id)
           when 'u' then
             (select u.last_seq from unit u where u.center = p_center and u.id = g.id)
           when 't' then
             (select t.seq from triage_card_entry t
              where t.center = p_center order by t.seq desc limit 1)
           else
             (select r.last_seq from road_closure r
              where r.center = p_center order by r.last_seq desc limit 1)
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

-- As in V8, and the entries about triage cards.
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
