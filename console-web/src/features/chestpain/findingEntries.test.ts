import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { ChestPainCase } from '@/contract'
import { checklist } from '@/mock/findings'
import { i18n } from '@/shared/i18n'
import Findings from './Findings.vue'

describe('findings told over the telephone', () => {
  let page: VueWrapper
  let sent: { path: string; body: Record<string, unknown> }[]
  let refusal: { status: number; code: string } | undefined
  let patients = 0

  function show(more: Partial<ChestPainCase> = {}, props: object = {}) {
    const pathway = {
      patientId: `patient-${patients}`,
      vitals: [],
      troponins: [],
      milestones: {},
      ...more,
    } as unknown as ChestPainCase
    page = mount(Findings, {
      props: { pathway, ...props },
      global: { plugins: [i18n] },
      attachTo: document.body,
    })
  }

  const open = async (label: string) => {
    await page
      .findAll('button')
      .find((one) => one.text() === label)
      ?.trigger('click')
    await flushPromises()
  }
  const focused = () => document.activeElement as HTMLInputElement
  const press = async (key: string) => {
    focused().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
    await nextTick()
  }

  beforeEach(() => {
    setActivePinia(createPinia())
    patients += 1
    sent = []
    refusal = undefined
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      if ((init.method ?? 'GET') === 'GET') return new Response(JSON.stringify(checklist), { status: 200 })
      sent.push({ path: path.replace('/api/v1', ''), body: JSON.parse(String(init.body)) })
      const { status = 200, code } = refusal ?? {}
      return new Response(JSON.stringify(code ? { code, status, title: code, detail: code } : {}), { status })
    })
  })

  afterEach(() => {
    page.unmount()
    vi.unstubAllGlobals()
  })

  it('are entered by whoever may, and by nobody else', () => {
    show({}, { readonly: true })
    expect(page.findAll('button')).toHaveLength(0)
  })

  it('are saved by Enter, and the keys go back to where they came from', async () => {
    show()
    await open('录入体征')
    const fields = page.findAll('.entry-form input')
    expect(focused()).toBe(fields[0]?.element)
    await fields[0]?.setValue('104/66')
    await fields[2]?.setValue('95')
    await press('Enter')
    expect(sent).toEqual([
      {
        path: `/patients/patient-${patients}/chest-pain/vitals`,
        body: { systolic: 104, diastolic: 66, oxygenSaturation: 95 },
      },
    ])
    expect(focused().textContent).toContain('录入体征')
  })

  it('that cannot be are refused at once, with what to do, and not sent', async () => {
    show()
    await open('录入体征')
    const fields = page.findAll('.entry-form input')
    await fields[2]?.setValue('140')
    expect(page.find('[role="alert"]').text()).toBe('血氧 140 不可能:填 0–100,没测到就留空。')
    await fields[2]?.setValue('')
    await fields[0]?.setValue('0/0')
    await press('Enter')
    expect(page.find('[role="alert"]').text()).toContain('血压 0 就是没测到')
    await fields[0]?.setValue('')
    await press('Enter')
    expect(page.find('[role="alert"]').text()).toContain('至少填一项')
    expect(sent).toEqual([])
  })

  it('that are rare are asked once more', async () => {
    show()
    await open('录入体征')
    const fields = page.findAll('.entry-form input')
    await fields[1]?.setValue('0')
    await press('Enter')
    expect(sent).toEqual([])
    expect(page.find('[role="alert"]').text()).toContain('心率 0')
    // Another value is another question.
    await fields[1]?.setValue('300')
    await press('Enter')
    expect(sent).toEqual([])
    await press('Enter')
    expect(sent.map(({ body }) => body)).toEqual([{ heartRate: 300 }])
  })

  it('stay while somebody turns to another incident, and after a refusal', async () => {
    show()
    await open('录入体征')
    await page.findAll('.entry-form input')[1]?.setValue('88')
    page.unmount()
    show()
    await open('录入体征')
    expect((page.findAll('.entry-form input')[1]?.element as HTMLInputElement).value).toBe('88')
    refusal = { status: 503, code: 'storage_unavailable' }
    await press('Enter')
    expect(page.text()).toContain('数据库不可用')
    await press('Escape')
    expect(page.find('.entry-form').exists()).toBe(false)
    await open('录入体征')
    expect((page.findAll('.entry-form input')[1]?.element as HTMLInputElement).value).toBe('88')
  })

  it('of a troponin test carry the draw that is on record', async () => {
    const drawnAt = '2026-11-27T00:00:00Z'
    show({ milestones: { blood_drawn: { at: drawnAt } } as never })
    await open('录入肌钙蛋白')
    await page.findAll('select')[0]?.setValue('hs-cTnT')
    await press('Enter')
    expect(page.find('[role="alert"]').text()).toContain('请填写结果')
    await page.findAll('.entry-form input')[0]?.setValue('52')
    await page.findAll('select')[2]?.setValue('positive')
    await press('Enter')
    expect(sent.map(({ body }) => body)).toEqual([
      { test: 'hs-cTnT', value: '52', unit: 'ng/L', positive: true, drawnAt },
    ])
  })

  it('of the checklist are answered by digits; what was not asked is unknown', async () => {
    show()
    await open('问溶栓禁忌')
    expect(page.text()).toContain('草案')
    await press('2')
    await press('1')
    await press('ArrowUp')
    await press('3')
    expect(page.text()).toContain('还有 2 题没有问')
    await press('Enter')
    expect(sent.map(({ body }) => body)).toEqual([
      {
        checklist: 'thrombolysis',
        version: 1,
        answers: {
          intracranial_bleeding_ever: 'no',
          trauma_surgery_month: 'unknown',
          oral_anticoagulant: 'unknown',
          pregnancy: 'unknown',
        },
      },
    ])
  })

  it('of the bypass are one tap, on the console only', async () => {
    show({}, { bypass: true })
    await open('只 CCU')
    expect(sent.map(({ body }) => body)).toEqual([{ emergencyDepartment: false, coronaryCareUnit: true }])
  })
})
