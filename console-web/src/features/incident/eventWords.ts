import type { JournalEntry, Milestone } from '@/contract'
import { tellPathway } from './pathwayEvents'

/** One line of the timeline. `quote` is what a person wrote: shown as it is. */
export interface EventLine {
  text: string
  quote?: string
  tone: 'plain' | 'good' | 'warn'
}

/** How events are put into words: the language, and names of what they mention. */
export interface EventSpeech {
  say(key: string, values?: Record<string, unknown>): string
  has(key: string): boolean
  time(iso: string): string
  travel(seconds: number): string
  hospital(id: string): string
}

type Data = Record<string, unknown>
type Teller = (data: Data, event: JournalEntry, speech: EventSpeech, earlier: Data | undefined) => EventLine[]

const MILESTONE_OF: Record<string, Milestone> = {
  assignment_acknowledged: 'acknowledged',
  unit_en_route: 'en_route',
  unit_on_scene: 'on_scene',
  patient_contacted: 'patient_contact',
  transport_started: 'transporting',
  hospital_reached: 'at_hospital',
  patient_handed_over: 'handed_over',
  assignment_cleared: 'cleared',
}

/**
 * An event in words; several lines when it says several things.
 *
 * @param earlier what the event goes back to: the details before it changed them, or the alert as it was raised
 */
export function tellEvent(event: JournalEntry, speech: EventSpeech, earlier?: Data): EventLine[] {
  const data = event.data as Data
  const step = MILESTONE_OF[event.type]
  if (step)
    return [line(speech, 'milestone', { unit: unitOf(data, event), step: stepName(speech, step) }, 'good')]
  const teller = TELLERS[event.type]
  if (teller) return teller(data, event, speech, earlier)
  const pathway = tellPathway(event.type, data, speech)
  if (pathway) return pathway
  return speech.has(`incident.event.${event.type}`)
    ? [line(speech, event.type)]
    : [{ text: event.type, tone: 'plain' }]
}

/** `dispatcher:zhang` as people say it. */
export function tellActor(actor: string, speech: EventSpeech): string {
  const colon = actor.indexOf(':')
  const kind = colon < 0 ? 'system' : actor.slice(0, colon)
  const name = colon < 0 ? actor : actor.slice(colon + 1)
  if (speech.has(`incident.actor.${kind}`))
    return speech.say(`incident.actor.${kind}`, { name: name.toUpperCase() })
  if (!speech.has(`shared.role.${kind}`)) return name
  const role = speech.say(`shared.role.${kind}`)
  return name === kind ? role : `${role} ${name}`
}

const TELLERS: Record<string, Teller> = {
  incident_opened: (data, _, speech) => [line(speech, 'incident_opened', { number: text(data['number']) })],
  call_received: (data, _, speech) => {
    const call = object(data['call'])
    const named = call['callerName'] ? 'call_received_named' : 'call_received'
    return [line(speech, named, { phone: text(call['phone']), name: text(call['callerName']) })]
  },
  call_linked: (data, _, speech) => [
    line(speech, 'call_linked', { phone: text(object(data['call'])['phone']) }),
  ],
  locator_link_sent: (data, _, speech) => [
    line(speech, 'locator_link_sent', { delivery: named(speech, 'incident.delivery', data['delivery']) }),
  ],
  message_sent: (data, _, speech) => [
    { ...line(speech, `message_${text(data['from'])}`), quote: text(data['text']) },
  ],
  incident_details_changed: (data, _, speech, earlier) => tellDetails(data, earlier ?? {}, speech),
  priority_changed: (data, _, speech) => [
    line(speech, data['from'] ? 'priority_changed' : 'priority_set', {
      from: named(speech, 'shared.priority', data['from']),
      to: named(speech, 'shared.priority', data['to']),
    }),
  ],
  triage_recorded: (data, _, speech) => [
    line(speech, 'triage_recorded', {
      card: named(speech, 'shared.complaint', data['card']),
      priority: named(speech, 'shared.priority', data['priority']),
    }),
  ],
  patient_added: (data, _, speech) => [line(speech, 'patient_added', { who: patient(data, speech) })],
  patient_changed: (data, _, speech) => [
    { ...line(speech, 'patient_changed', { who: patient(data, speech) }), ...quoted(data['findings']) },
  ],
  location_reported: (data, _, speech) => {
    const fix = object(data['fix'])
    const source = named(speech, 'shared.fixSource', fix['source'])
    return [line(speech, 'location_reported', { source, meters: meters(fix) }, 'good')]
  },
  location_confirmed: (data, _, speech) => [
    line(
      speech,
      data['sentToCrews'] === true ? 'location_sent' : 'location_confirmed',
      { meters: meters(object(data['fix'])) },
      'good',
    ),
  ],
  unit_assigned: (data, event, speech) => {
    const eta = data['etaSeconds']
    const values = { unit: unitOf(data, event), eta: typeof eta === 'number' ? speech.travel(eta) : '' }
    const key = typeof eta === 'number' ? 'unit_assigned' : 'unit_assigned_plain'
    return [{ ...line(speech, key, values, 'good'), ...quoted(data['overrideReason']) }]
  },
  milestone_withdrawn: (data, event, speech) => [
    line(
      speech,
      'milestone_withdrawn',
      { unit: unitOf(data, event), step: stepName(speech, data['milestone']) },
      'warn',
    ),
  ],
  milestone_corrected: (data, event, speech) => [
    {
      ...line(
        speech,
        'milestone_corrected',
        {
          unit: unitOf(data, event),
          step: stepName(speech, data['milestone']),
          from: speech.time(text(data['from'])),
          to: speech.time(text(data['to'])),
        },
        'warn',
      ),
      ...quoted(data['reason']),
    },
  ],
  assignment_declined: ended('assignment_declined'),
  assignment_cancelled: (data, event, speech, earlier) =>
    ended(data['cause'] === 'preempted' ? 'assignment_preempted' : 'assignment_cancelled')(
      data,
      event,
      speech,
      earlier,
    ),
  destination_chosen: (data, event, speech) => [
    {
      ...line(speech, 'destination_chosen', {
        unit: unitOf(data, event),
        hospital: speech.hospital(text(data['hospitalId'])),
      }),
      ...quoted(data['overrideReason']),
    },
  ],
  crew_notice_confirmed: (data, event, speech) => [
    line(speech, 'crew_notice_confirmed', { unit: unitOf(data, event) }, 'good'),
  ],
  alert_raised: (data, _, speech) => [
    line(speech, 'alert_raised', { alert: alertOf(data, speech) ?? '' }, 'warn'),
  ],
  alert_repeated: (data, _, speech, raised) => [
    aboutAlert(line(speech, 'alert_repeated', { level: data['level'] }, 'warn'), raised, speech),
  ],
  alert_acknowledged: (data, _, speech, raised) => [
    aboutAlert(
      line(speech, 'alert_acknowledged', { owner: tellActor(text(data['owner']), speech) }),
      raised,
      speech,
    ),
  ],
  alert_snoozed: (data, _, speech, raised) => [
    aboutAlert(
      line(speech, 'alert_snoozed', {
        owner: tellActor(text(data['owner']), speech),
        until: speech.time(text(data['until'])),
      }),
      raised,
      speech,
    ),
  ],
  alert_resurfaced: (_data, _, speech, raised) => [
    aboutAlert(line(speech, 'alert_resurfaced', {}, 'warn'), raised, speech),
  ],
  alert_cleared: (_data, _, speech, raised) => [
    aboutAlert(line(speech, 'alert_cleared', {}, 'good'), raised, speech),
  ],
  incident_closed: (data, _, speech) => [
    {
      ...line(
        speech,
        'incident_closed',
        { outcome: named(speech, 'shared.outcome', data['outcome']) },
        'good',
      ),
      ...quoted(data['note']),
    },
  ],
  incident_reopened: (data, _, speech) => [
    { ...line(speech, 'incident_reopened', {}, 'warn'), ...quoted(data['reason']) },
  ],
}

/** An alert by its kind, with the unit it is about. */
export function tellAlert(kind: string, unit: string, speech: Pick<EventSpeech, 'say' | 'has'>): string {
  const key = `shared.alert.${kind}`
  return speech.has(key) ? speech.say(key, { unit }).trim() : kind
}

function alertOf(raised: Data | undefined, speech: EventSpeech): string | undefined {
  return raised && tellAlert(text(raised['kind']), text(raised['unitId']), speech)
}

/** Which alert it is about is known from where it was raised, when that is in the timeline. */
function aboutAlert(said: EventLine, raised: Data | undefined, speech: EventSpeech): EventLine {
  const alert = alertOf(raised, speech)
  return alert ? { ...said, text: speech.say('incident.event.about', { what: said.text, alert }) } : said
}

function ended(key: string): Teller {
  return (data, event, speech) => [
    { ...line(speech, key, { unit: unitOf(data, event) }, 'warn'), ...quoted(data['reason']) },
  ]
}

/** Only what changed; the whole details come with every edit. */
function tellDetails(now: Data, earlier: Data, speech: EventSpeech): EventLine[] {
  const lines: EventLine[] = []
  const changed = (field: string) => text(now[field]) !== text(earlier[field])
  if (changed('complaint')) {
    lines.push(
      line(speech, 'details_complaint', { value: named(speech, 'shared.complaint', now['complaint']) }),
    )
  }
  if (whereIsCaller(now) !== whereIsCaller(earlier)) {
    lines.push(line(speech, 'details_with', { value: named(speech, 'shared', now['callerWithPatient']) }))
  }
  for (const field of ['address', 'meetingPoint', 'note']) {
    if (!changed(field)) continue
    const quote = text(now[field])
    const plain = line(speech, `details_${field}`)
    lines.push(
      quote
        ? { ...plain, quote }
        : { ...plain, text: `${plain.text}${speech.say('incident.event.details_cleared')}` },
    )
  }
  return lines
}

function whereIsCaller(details: Data): string {
  return text(details['callerWithPatient']) || 'unknown'
}

function line(
  speech: EventSpeech,
  key: string,
  values: Record<string, unknown> = {},
  tone: EventLine['tone'] = 'plain',
): EventLine {
  return { text: speech.say(`incident.event.${key}`, values), tone }
}

function patient(data: Data, speech: EventSpeech): string {
  const parts = [text(data['name'])]
  if (data['sex'] === 'male' || data['sex'] === 'female') parts.push(named(speech, 'shared.sex', data['sex']))
  if (typeof data['ageYears'] === 'number') parts.push(String(data['ageYears']))
  if (data['tag']) parts.push(named(speech, 'incident.patients.tags', data['tag']))
  return parts.filter(Boolean).join(' ')
}

function named(speech: EventSpeech, group: string, code: unknown): string {
  const key = `${group}.${text(code)}`
  return speech.has(key) ? speech.say(key) : text(code)
}

function stepName(speech: EventSpeech, step: unknown): string {
  return named(speech, 'shared.milestone', step)
}

function unitOf(data: Data, event: JournalEntry): string {
  return event.unitId ?? text(data['unitId'])
}

function meters(fix: Data): number {
  return Math.round(Number(fix['radiusMeters'] ?? 0))
}

function quoted(value: unknown): { quote?: string } {
  return value ? { quote: text(value) } : {}
}

function object(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
