import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Alert } from '@/contract'
import { useSession } from '@/features/session'
import { post } from '@/shared/api'
import { i18n } from '@/shared/i18n'
import AlertCard from './AlertCard.vue'
import { cardsOf } from './alert-cards'

vi.mock('@/shared/api', async (original) => ({ ...(await original<object>()), post: vi.fn() }))

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'not_en_route',
  tier: 1,
  audience: 'dispatch',
  level: 1,
  raisedAt: '2026-11-22T06:00:00Z',
  unitId: 'A10',
  incidentId: 'i',
  ...more,
})

describe('an alert card', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    useSession().user = { username: 'wang', role: 'dispatcher', center: 'x' }
    vi.mocked(post).mockReset().mockResolvedValue(undefined)
  })
  afterEach(() => vi.restoreAllMocks())

  const show = (...alerts: Alert[]) => {
    const [card] = cardsOf(alerts)
    return mount(AlertCard, { props: { card: card as never }, global: { plugins: [i18n] } })
  }
  const paths = () => vi.mocked(post).mock.calls.map(([path]) => path)

  it('names its unit once, and says how many it does not show', () => {
    const card = show(...['a', 'b', 'c', 'd', 'e'].map((id) => alert(id)))
    expect(card.findAll('.line')).toHaveLength(3)
    expect(card.text().match(/A10/g)).toHaveLength(1)
    expect(card.text()).toContain('另有 2 条')
  })

  it('owns all of them but what is this dispatcher’s already', async () => {
    const card = show(alert('a'), alert('b', { owner: 'wang' }), alert('c', { tier: 2 }))
    await card.find('.own').trigger('click')
    expect(paths()).toEqual(['/alerts/a/acknowledge', '/alerts/c/acknowledge'])
  })

  it('snoozes all of them', async () => {
    const card = show(alert('a'), alert('b'))
    await card.findAll('.snooze')[1]?.trigger('click')
    expect(paths()).toEqual(['/alerts/a/snooze', '/alerts/b/snooze'])
    expect(vi.mocked(post).mock.calls[0]?.[1]).toEqual({ seconds: 300 })
  })

  it('owns the others although one fails, and says so', async () => {
    vi.mocked(post).mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const card = show(alert('a'), alert('b'))
    await card.find('.own').trigger('click')
    await nextTick()
    await vi.waitFor(() => expect(card.find('[role="alert"]').exists()).toBe(true))
    expect(paths()).toHaveLength(2)
    expect(card.emitted('owned')).toBeUndefined()
  })
})
