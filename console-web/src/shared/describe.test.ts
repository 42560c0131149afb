import { describe, expect, it } from 'vitest'
import type { Alert, Incident } from '@/contract'
import { describeAlert, describeIncident, describePatients, findPlace } from './describe'
import { i18n } from './i18n'

const t = i18n.global.t

describe('an incident in words', () => {
  it('names complaint, sex and age as far as they are known', () => {
    const incident = { complaint: 'chest_pain', patients: [{ id: '1', sex: 'male', ageYears: 58 }] }
    expect(describeIncident(incident as Incident, t)).toBe('胸痛 · 男 58')
    expect(describeIncident({ patients: [{ id: '1', sex: 'unknown' }] } as unknown as Incident, t)).toBe(
      '主诉待问',
    )
  })

  it('counts patients from the second on, and says an age of nought', () => {
    expect(
      describePatients(
        [
          { id: '1', sex: 'male' },
          { id: '2', sex: 'female' },
        ],
        t,
      ),
    ).toBe('2 人')
    expect(describePatients([{ id: '1', sex: 'female', ageYears: 0 }], t)).toBe('女 0')
  })

  it('prefers the meeting point, and takes blanks for nothing', () => {
    expect(findPlace({ meetingPoint: '2 号口', address: '枫林一路' } as Incident)).toBe('2 号口')
    expect(findPlace({ meetingPoint: '  ', address: '枫林一路' } as Incident)).toBe('枫林一路')
    expect(findPlace({} as Incident)).toBeUndefined()
  })
})

describe('an alert in words', () => {
  const alert: Alert = {
    id: '1',
    kind: 'crew_not_connected',
    tier: 1,
    audience: 'dispatch',
    level: 1,
    raisedAt: '',
    unitId: 'A10',
  }

  it('leaves out its unit, and what stood behind it, where the unit is named already', () => {
    expect(describeAlert(alert, t)).toBe('A10 车组不在线')
    expect(describeAlert(alert, t, false)).toBe('车组不在线')
    i18n.global.locale.value = 'en'
    expect(describeAlert(alert, t)).toBe('A10: crew not connected')
    expect(describeAlert(alert, t, false)).toBe('crew not connected')
    i18n.global.locale.value = 'zh-CN'
  })
})
