import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '@/contract'
import { gather } from '@/shared/i18n'
import { tellActor, tellEvent, type EventSpeech } from './eventWords'

/** Every event type of the journal. */
const TYPES = [
  'incident_opened',
  'call_received',
  'call_linked',
  'call_unlinked',
  'incident_absorbed',
  'incident_restored',
  'locator_link_sent',
  'message_sent',
  'incident_details_changed',
  'priority_changed',
  'patient_added',
  'patient_changed',
  'location_reported',
  'location_confirmed',
  'unit_assigned',
  'assignment_acknowledged',
  'unit_en_route',
  'unit_on_scene',
  'patient_contacted',
  'transport_started',
  'hospital_reached',
  'patient_handed_over',
  'assignment_cleared',
  'milestone_withdrawn',
  'milestone_corrected',
  'assignment_declined',
  'assignment_cancelled',
  'destination_chosen',
  'crew_notice_confirmed',
  'alert_raised',
  'alert_repeated',
  'alert_acknowledged',
  'alert_snoozed',
  'alert_resurfaced',
  'alert_cleared',
  'incident_closed',
  'incident_reopened',
]

const DATA = {
  call: { phone: '110' },
  from: 'caller',
  complaint: 'stroke',
  kind: 'not_en_route',
  milestone: 'on_scene',
  to: '2026-11-22T06:00:00Z',
  until: '2026-11-22T06:00:00Z',
}

const words = gather('zh-CN')
const speech: EventSpeech = {
  has: (key) => typeof find(key) === 'string',
  say: (key, values = {}) =>
    String(find(key) ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  time: (iso) => iso.slice(11, 19),
  travel: (seconds) => `${seconds} s`,
  hospital: (id) => `医院 ${id}`,
}

describe('an event in words', () => {
  it.each(TYPES)('exists for %s', (type) => {
    const lines = tellEvent(event(type, DATA), speech)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map((line) => line.text).join()).not.toMatch(/[a-z]+_[a-z]+|incident\.|undefined|\{/)
  })

  it('of a later version is shown by its name', () => {
    expect(tellEvent(event('new_thing', {}), speech)[0]?.text).toBe('new_thing')
  })

  it('quotes what people wrote as it is', () => {
    const [line] = tellEvent(event('message_sent', { from: 'caller', text: '<b>在 2 号口</b>' }), speech)
    expect(line).toMatchObject({ text: '呼救者:', quote: '<b>在 2 号口</b>' })
  })

  it('says which step a unit reached', () => {
    expect(tellEvent(event('unit_on_scene', {}, 'A12'), speech)[0]?.text).toBe('A12 到达现场')
  })

  it('shows both times of a correction', () => {
    const data = {
      milestone: 'en_route',
      from: '2026-11-22T06:00:00Z',
      to: '2026-11-22T05:58:00Z',
      reason: '补点',
    }
    const [line] = tellEvent(event('milestone_corrected', data, 'A12'), speech)
    expect(line?.text).toBe('A12 出发 更正为 05:58:00(原 06:00:00)')
    expect(line?.quote).toBe('补点')
  })

  it('says whether crews were sent to a new place', () => {
    const fix = { radiusMeters: 12.4 }
    expect(tellEvent(event('location_confirmed', { fix, sentToCrews: true }), speech)[0]?.text).toContain(
      '发给车组',
    )
    expect(
      tellEvent(event('location_confirmed', { fix, sentToCrews: false }), speech)[0]?.text,
    ).not.toContain('车组')
  })

  it('says that a unit was taken to something more urgent', () => {
    expect(
      tellEvent(event('assignment_cancelled', { cause: 'preempted' }, 'A12'), speech)[0]?.text,
    ).toContain('改派')
  })
})

describe('an alert', () => {
  const raised = { kind: 'assignment_unacknowledged', unitId: 'A12' }

  it.each([
    ['alert_raised', raised, '告警:A12 未接令'],
    ['alert_repeated', { level: 2 }, '告警仍在(第 2 次):A12 未接令'],
    ['alert_acknowledged', { owner: 'dispatcher:zhang' }, '调度员 zhang 认领告警:A12 未接令'],
    ['alert_resurfaced', {}, '告警再次提醒:A12 未接令'],
    ['alert_cleared', {}, '告警消除:A12 未接令'],
  ])('says by %s which it is', (type, data, said) => {
    expect(tellEvent(event(type, data), speech, raised)[0]?.text).toBe(said)
  })
})

describe('an edit of the details', () => {
  it('says only what changed', () => {
    const earlier = { complaint: 'stroke', address: 'a', callerWithPatient: 'unknown' }
    const lines = tellEvent(event('incident_details_changed', { ...earlier, address: 'b' }), speech, earlier)
    expect(lines).toEqual([{ text: '地址:', quote: 'b', tone: 'plain' }])
  })

  it('says several things on several lines', () => {
    const data = { complaint: 'chest_pain', note: 'n', callerWithPatient: 'no' }
    expect(tellEvent(event('incident_details_changed', data), speech).map((line) => line.text)).toEqual([
      '主诉 胸痛',
      '机主与患者在一起:否',
      '备注:',
    ])
  })

  it('says that a text was taken away', () => {
    const lines = tellEvent(event('incident_details_changed', { note: '' }), speech, { note: 'n' })
    expect(lines[0]?.text).toBe('备注:清空')
  })

  it('of the priority alone says nothing, because that is an event of its own', () => {
    expect(tellEvent(event('incident_details_changed', { priority: 'p2' }), speech, {})).toEqual([])
  })
})

describe('an actor', () => {
  it.each([
    ['dispatcher:dispatcher', '调度员'],
    ['dispatcher:zhang', '调度员 zhang'],
    ['crew:a12', 'A12 车组'],
    ['caller:link', '呼救者'],
    ['system:deadlines', '系统'],
    ['deadlines', '系统'],
    ['robot:r2', 'r2'],
  ])('%s is %s', (actor, name) => {
    expect(tellActor(actor, speech)).toBe(name)
  })
})

function find(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], words)
}

function event(type: string, data: Record<string, unknown>, unitId?: string): JournalEntry {
  const at = '2026-11-22T06:00:00Z'
  return {
    id: 'e',
    seq: 1,
    type,
    at,
    recordedAt: at,
    actor: 'system:x',
    data: data as JournalEntry['data'],
    ...(unitId && { unitId }),
  }
}
