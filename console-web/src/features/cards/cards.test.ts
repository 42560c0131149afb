import { mount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TriageCard } from '@/contract'
import { useSession } from '@/features/session'
import { MockApi, World } from '@/mock'
import { i18n } from '@/shared/i18n'
import CardsPage from './CardsPage.vue'
import { canWithdraw, countingOf, inForceOf, sinceOf, standingOf, type TriageProposal } from './cards'
import { waysOf } from './conditions'
import { dateTimeIn } from './dates'

const NOW = Date.parse('2026-11-27T10:00:00Z')
const proposal = (more: Partial<TriageProposal> = {}) =>
  ({
    id: 'p',
    physician: 'W',
    effectiveFrom: '2026-11-20T00:00:00Z',
    proposedBy: 'a',
    ...more,
  }) as TriageProposal
const approved = (from: string, at = '2026-11-21T00:00:00Z') =>
  proposal({ id: from, effectiveFrom: from, approvedBy: 'b', approvedAt: at })
const card = (state: TriageCard['state'], proposals: TriageProposal[] = [], more: Partial<TriageCard> = {}) =>
  ({ card: 'burn', version: 1, sha256: 'abc', state, proposals, ...more }) as TriageCard

describe('where a card stands', () => {
  it.each([
    ['draft', card('draft')],
    ['withdrawn', card('draft', [], { withdrawn: { card: 'burn', by: 'a', at: '', reason: 'r' } })],
    ['waiting', card('proposed', [proposal()])],
    ['scheduled', card('proposed', [approved('2026-12-01T00:00:00Z')])],
    ['waiting', card('proposed', [approved('2026-12-01T00:00:00Z'), proposal()])],
    ['in_force', card('in_force', [approved('2026-11-20T00:00:00Z'), proposal()])],
    ['superseded', card('superseded', [approved('2026-11-20T00:00:00Z')])],
  ])('is %s', (standing, one) => expect(standingOf(one)).toBe(standing))

  it('names who counts: the last to take effect, never before the second person agreed', () => {
    const early = approved('2026-11-01T00:00:00Z', '2026-11-25T00:00:00Z')
    const late = approved('2026-11-22T00:00:00Z')
    expect(sinceOf(early)).toBe(Date.parse('2026-11-25T00:00:00Z'))
    expect(countingOf(card('in_force', [late, early]), NOW)).toBe(early)
    const coming = approved('2026-12-01T00:00:00Z')
    expect(countingOf(card('in_force', [coming, late]), NOW)).toBe(late)
    expect(countingOf(card('proposed', [coming]), NOW)).toBe(coming)
    expect(countingOf(card('proposed', [proposal()]), NOW)).toBeUndefined()
  })

  it('can be ended while any version is proposed or counts', () => {
    const cards = [card('draft'), card('in_force', [proposal()], { version: 2 })]
    expect(canWithdraw(cards, 'burn')).toBe(true)
    expect(canWithdraw(cards, 'other')).toBe(false)
    expect(inForceOf(cards, 'burn')?.version).toBe(2)
  })

  it('has dates in the zone of the center', () => {
    expect(dateTimeIn('2026-11-30T16:00:00Z', 'Asia/Shanghai')).toBe('2026-12-01 00:00')
  })
})

describe('a condition in words', () => {
  const t = (key: string, named: object = {}) => [key, ...Object.values(named)].join(' ').trim()
  const content = {
    questions: [
      { id: 'face', text: { zh: '脸?', en: 'Face?' }, type: 'yes_no_unknown', choices: [] },
      {
        id: 'kind',
        text: { zh: '哪种?', en: 'Kind?' },
        type: 'choice',
        choices: [{ id: 'dull', text: { zh: '闷', en: 'dull' } }],
      },
      {
        id: 'size',
        text: { zh: '多大?', en: 'Size?' },
        type: 'number',
        choices: [],
        range: { from: 0, to: 100, unit: { zh: '%', en: '%' } },
      },
      { id: 'onset', text: { zh: '何时?', en: 'When?' }, type: 'time', choices: [] },
    ],
  } as unknown as TriageCard['content']

  it('names questions and answers, each way a line', () => {
    const anyOf = [
      { face: { words: ['no', 'unknown'] }, kind: { words: ['dull'] } },
      { size: { words: [], atLeast: 10, below: 20 }, onset: { words: ['unknown'], below: 720 } },
    ]
    expect(waysOf({ anyOf } as never, content, t, 'zh-CN')).toEqual([
      '脸? triage.nocards.ortriage.unknown · 哪种? 闷',
      '多大? cards.atLeast 10 %cards.orcards.below 20 % · 何时? triage.unknowncards.orcards.below 720 cards.minutesAgo',
    ])
    expect(waysOf({ anyOf: [] }, content, t, 'en')).toEqual([])
  })
})

describe('the page of triage cards', () => {
  let api: MockApi
  let page: VueWrapper

  async function show(username: string) {
    api.username = username
    useSession().user = { username, role: username as 'admin', center: 'x' }
    useSession().state = 'signed_in'
    page = mount(CardsPage, { global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
    await page.findAll('nav .row')[1]?.trigger('click')
  }

  const press = async (text: string) => {
    await page
      .findAll('button')
      .find((one) => one.text().startsWith(text))
      ?.trigger('click')
    await flushPromises()
  }

  beforeEach(() => {
    setActivePinia(createPinia())
    api = new MockApi(new World())
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
      const reply = api.answer(init.method ?? 'GET', path, body)
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
      })
    })
  })

  afterEach(() => {
    page.unmount()
    vi.unstubAllGlobals()
  })

  it('shows where a card stands, whose word counts, and what it asks', async () => {
    await show('supervisor')
    expect(page.find('.detail').text()).toContain('启用中')
    expect(page.find('.detail').text()).toContain('演示医师(仅供演示)')
    expect(page.find('.detail').text()).toContain('病人现在清醒、能回答问题吗?')
  })

  it('takes two persons to put a card in force, and one with a reason to end it', async () => {
    await show('admin')
    await press('停用')
    await press('立即停用')
    expect(page.text()).toContain('请写明为什么停用')
    await page.find('.reason').setValue('指南更新')
    await page.find('.reason').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(page.find('.detail').text()).toContain('指南更新')
    expect(page.find('.detail').text()).toContain('已停用')

    await press('申请启用')
    await press('提出申请')
    expect(page.text()).toContain('请填写审定内容的医师')
    await page.find('.name').setValue('王某某 主任医师')
    await press('提出申请')
    expect(page.find('.detail').text()).toContain('须由另一位班长或管理员批准')
    expect(page.text()).not.toContain('批准启用')
    page.unmount()

    await show('supervisor')
    expect(page.find('nav').text()).toContain('等您批准')
    await press('批准启用')
    expect(page.find('.detail').text()).toContain('启用中')
    expect(page.find('.detail').text()).toContain('王某某 主任医师 审定')
  })

  it('says in words why a step was refused, and shows what is', async () => {
    await show('admin')
    await press('停用')
    // Somebody else was faster.
    api.answer('POST', '/api/v1/triage-cards/chest_pain/withdraw', { reason: 'x' })
    await page.find('.reason').setValue('指南更新')
    await press('立即停用')
    expect(page.text()).toContain('既没有启用,也没有等待批准的申请')
    expect(page.find('.detail').text()).toContain('已停用')
  })
})
