import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDuplicates } from '@/features/incident'
import { useSession } from '@/features/session'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import CallForm from './CallForm.vue'
import DraftTabs from './DraftTabs.vue'

interface Sent {
  path: string
  method: string
  key: string
  body: Record<string, unknown>
}

const INCIDENT = {
  id: 'incident',
  number: 'XJ-1',
  seq: 1,
  version: 1,
  status: 'waiting',
  alerts: [],
  calls: [],
}

let sent: Sent[]
let answers: (() => Response | Promise<Response>)[]
let form: VueWrapper

beforeEach(() => {
  sessionStorage.clear()
  sent = []
  answers = []
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    const headers = options.headers as Record<string, string>
    sent.push({
      path,
      method: options.method ?? 'GET',
      key: headers['Idempotency-Key'] ?? '',
      body: JSON.parse(String(options.body)) as Record<string, unknown>,
    })
    if (options.method === 'PATCH') return json(200, INCIDENT)
    return (answers.shift() ?? stored)()
  })
  open()
})

afterEach(() => {
  form.unmount()
  vi.unstubAllGlobals()
})

describe('a new call', () => {
  it('is saved with the place to which its pin was dragged', async () => {
    await newCall('13800138000')
    const workplace = useWorkplace()
    await press('F10')
    workplace.placeRequest?.answer({ lng: 112.9, lat: 28.2 })
    await flushPromises()
    expect(workplace.draftPlace).toEqual({ lng: 112.9, lat: 28.2 })
    workplace.draftPlace = { lng: 112.91, lat: 28.21 }
    await flushPromises()
    await press('Enter', { ctrlKey: true })
    expect(sent[0]?.body).toMatchObject({ location: { lng: 112.91, lat: 28.21 } })
  })

  it('begins with the cursor in the phone field', async () => {
    await newCall()
    expect(document.activeElement).toBe(phone().element)
  })

  it('is saved by Ctrl+Enter with the phone alone, and opens its incident', async () => {
    await newCall('13874210000')
    await press('Enter', { ctrlKey: true })
    expect(sent).toMatchObject([{ path: '/api/v1/calls', body: { phone: '13874210000', sendLink: true } }])
    expect(useWorkplace().selectedIncidentId).toBe('incident')
    expect(useWorkplace().takingCall).toBe(false)
  })

  it('asks whether it is an incident known already', async () => {
    await newCall('110')
    await press('Enter', { ctrlKey: true })
    expect(useDuplicates().find('incident')).toMatchObject({
      callId: 'call',
      candidates: [{ incidentId: 'other' }],
    })
  })

  it('is not sent without a phone, and says so at the field', async () => {
    await newCall()
    await form.get('textarea').setValue('枫林一路')
    await press('Enter', { ctrlKey: true })
    expect(sent).toEqual([])
    expect(form.text()).toContain('电话 3 至 20 位')
  })

  it('shows what the server says of a field at the field, and keeps everything', async () => {
    answers.push(() => problem(400, 'invalid_request', [{ field: 'address', message: 'too long' }]))
    await newCall('110')
    await form.get('textarea').setValue('枫林一路')
    await press('Enter', { ctrlKey: true })
    expect(form.text()).toContain('地址至多 10000 字')
    expect(form.get('textarea').element.value).toBe('枫林一路')
  })

  it('is repeated with the same key and body when nobody answered', async () => {
    answers.push(() => Promise.reject(new TypeError('network')))
    await newCall('110')
    await press('Enter', { ctrlKey: true })
    expect(form.text()).toContain('重试不会产生第二个呼叫')
    await form.get('textarea').setValue('typed since')
    await press('Enter', { ctrlKey: true })
    expect([sent[1]?.key, sent[1]?.body]).toEqual([sent[0]?.key, sent[0]?.body])
  })

  it('says that it is kept while the database is away', async () => {
    answers.push(() => json(202, { stored: false, callId: 'call', incidentId: 'later' }))
    await newCall('110')
    await press('Enter', { ctrlKey: true })
    expect(form.text()).toContain('数据库暂不可用,来电已存于本节点,恢复后自动入库')
    expect(useWorkplace().takingCall).toBe(true)
  })
})

describe('what is typed', () => {
  it('stays as a draft on Escape', async () => {
    await newCall('138')
    await press('Escape')
    expect(useWorkplace().takingCall).toBe(false)
    expect(useWorkplace().draftsWaiting).toBe(1)
    expect(tabs().text()).toContain('138')
  })

  it('stays while a second call rings', async () => {
    await newCall('138')
    await newCall('139')
    expect(phone().element.value).toBe('139')
    await tabs().get('.open').trigger('click')
    await flushPromises()
    expect(phone().element.value).toBe('138')
  })

  it('survives a reload', async () => {
    await newCall('138')
    form.unmount()
    open()
    await tabs().get('.open').trigger('click')
    await flushPromises()
    expect(phone().element.value).toBe('138')
  })

  it('is thrown away on the second press only', async () => {
    await newCall('138')
    const bar = tabs()
    await bar.get('.drop').trigger('click')
    expect(bar.text()).toContain('确认放弃')
    await bar.get('.drop').trigger('click')
    expect(bar.find('.draft').exists()).toBe(false)
  })
})

it('gives the incident coordinates that are typed after it was opened', async () => {
  await newCall('110')
  await press('s', { ctrlKey: true })
  await form.get('.place input').setValue('28.2156,112.8893')
  await press('Enter', { ctrlKey: true })
  expect(sent.filter((one) => one.path.endsWith('/locations'))).toMatchObject([
    { path: '/api/v1/incidents/incident/locations', body: { lng: 112.8893, lat: 28.2156, datum: 'wgs84' } },
  ])
})

it('opens the incident first and goes on', async () => {
  await newCall('110')
  await press('s', { ctrlKey: true })
  expect(useWorkplace().takingCall).toBe(true)
  expect(form.text()).toContain('之后的输入自动保存')
})

function open() {
  setActivePinia(createPinia())
  const session = useSession()
  session.user = { username: 'dispatcher', role: 'dispatcher', center: 'xiangjiang' }
  session.state = 'signed_in'
  form = mount(CallForm, { global: { plugins: [i18n] }, attachTo: document.body })
}

function tabs() {
  useWorkplace().takingCall = true
  return mount(DraftTabs, { global: { plugins: [i18n] } })
}

async function newCall(number = '') {
  useWorkplace().takeCall()
  await flushPromises()
  if (number) await phone().setValue(number)
}

function phone() {
  return form.get<HTMLInputElement>('#call-phone')
}

async function press(key: string, more: KeyboardEventInit = {}) {
  phone().element.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  )
  await flushPromises()
}

function stored(): Response {
  const possibleDuplicates = [{ incidentId: 'other', distanceMeters: 80, ageSeconds: 60 }]
  return json(201, { call: { id: 'call' }, incident: INCIDENT, possibleDuplicates })
}

function problem(status: number, code: string, errors: object[]): Response {
  return json(status, { status, code, detail: code, errors })
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}
