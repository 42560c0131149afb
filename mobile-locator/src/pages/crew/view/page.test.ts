import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CrewApp } from '../app'
import { memoryStore } from '../device/store'
import { NOON, over, withNotice, workAt } from '../samples.test-support'
import { useLanguage } from '../text'
import { page } from './page'
import { Server } from './server.test-support'

let server: Server
let app: CrewApp
let root: HTMLElement
let refresh: () => void
const settled = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 1))
  refresh()
}
const text = () => root.textContent ?? ''
const find = (selector: string) => {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`${selector} is not in: ${text()}`)
  return found
}
/** Presses a button after it has been on the screen for a moment. */
const press = async (selector: string) => {
  const now = performance.now() + 1000
  const later = vi.spyOn(performance, 'now').mockImplementation(() => now)
  find(selector).click()
  later.mockRestore()
  await settled()
}
const pressText = async (label: string) => {
  const node = Array.from(root.querySelectorAll('button')).find((button) =>
    button.textContent?.includes(label),
  )
  node?.click()
  await settled()
  return node
}
const acks = () => server.sent.filter(({ type }) => type === 'ack').map(({ seq }) => seq)

beforeEach(async () => {
  useLanguage('zh-CN')
  server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  document.body.textContent = ''
  root = document.body.appendChild(document.createElement('div'))
  const store = memoryStore()
  await store.set('crew', { username: 'a24', unitId: 'A24' })
  app = new CrewApp(store, () => refresh?.(), server.seams)
  refresh = () => undefined
  await app.resume()
  refresh = page(app, root).refresh
})

afterEach(async () => {
  await app.signOff()
  vi.unstubAllGlobals()
})

describe('an assignment', () => {
  it('fills the screen until it is accepted, and says what is known', async () => {
    server.snapshot(workAt(), 10)
    await settled()
    for (const part of ['危急', '胸痛 · 男 58 岁', '望城坡地铁站 2 号口', '± 12 米', '11:59:00'])
      expect(text()).toContain(part)
    expect(app.alarm).toBe('assignment')
    server.answer = workAt(['acknowledged'])
    await press('#accept')
    expect(server.requests).toContainEqual(
      expect.objectContaining({ path: '/api/v1/crew/assignments/as-1/milestones', method: 'POST' }),
    )
    expect(find('#next').textContent).toBe('出发')
    expect(app.alarm).toBeUndefined()
  })
  it('is not accepted by a tap that was meant for what stood there before', async () => {
    server.snapshot(workAt(), 10)
    await settled()
    find('#accept').click()
    await settled()
    expect(app.alarm).toBe('assignment')
  })
  it('is declined with a reason', async () => {
    server.snapshot(workAt(), 10)
    await settled()
    await pressText('无法执行')
    server.answer = over(workAt(), 'declined', 20)
    await pressText('车辆故障')
    expect(server.requests).toContainEqual({
      method: 'POST',
      path: '/api/v1/crew/assignments/as-1/decline',
      body: { reason: '车辆故障' },
    })
    expect(text()).toContain('待命')
  })
  it('shows markup and symbols in any text as text', async () => {
    const nasty = '<img src=x onerror=alert(1)> 😀'
    server.snapshot(workAt([], { note: nasty + '长'.repeat(10_000), address: nasty }), 10)
    await settled()
    expect(root.querySelector('img')).toBeNull()
    expect(find('.address').textContent).toBe(nasty)
  })
  it('is confirmed after it was stored', async () => {
    server.snapshot(workAt(), 10)
    expect(acks()).toEqual([])
    await settled()
    expect(acks()).toContain(10)
  })
})

describe('a step', () => {
  it('shows at once and waits in the open while there is no network', async () => {
    server.snapshot(workAt(['acknowledged']), 11)
    await settled()
    server.reachable = false
    await press('#next')
    expect(text()).toContain('1 条待发送')
    expect(text()).toContain('途中')
    expect(find('#next').textContent).toBe('到达现场')
    expect(find('#withdraw').textContent).toBe('撤回（未发送）')
    await press('#withdraw')
    expect(find('#next').textContent).toBe('出发')
    expect(text()).not.toContain('待发送')
  })
  it('can be skipped to, behind a menu', async () => {
    server.snapshot(workAt(['acknowledged', 'en_route', 'on_scene', 'patient_contact']), 14)
    await settled()
    await pressText('其他步骤')
    expect(text()).not.toContain('无法执行')
    await pressText('完成交接')
    const last = server.requests[server.requests.length - 1]
    expect(last?.body).toMatchObject({ milestone: 'handed_over' })
  })
  it('that the server refuses is shown with both facts until it was seen', async () => {
    server.snapshot(workAt(['acknowledged']), 11)
    await settled()
    server.refusal = { status: 409, code: 'milestone_out_of_order' }
    await press('#next')
    await press('#conflicts')
    for (const part of ['点了「出发」', '中心已记录更后的步骤', 'it is milestone_out_of_order', '已接受'])
      expect(find('.sheet').textContent).toContain(part)
    await press('.conflict .plain')
    expect(root.querySelector('#conflicts')).toBeNull()
  })
})

describe('what the dispatch centre changes', () => {
  const enRoute = workAt(['acknowledged', 'en_route'])
  it('rings again with the old and the new address, and is confirmed by a tap', async () => {
    server.snapshot(enRoute, 12)
    await settled()
    server.event({ ...withNotice(enRoute, 'address_changed', 13), address: '枫林一路 88 号' }, 13)
    await settled()
    expect(app.alarm).toBe('changed')
    expect(find('.before').textContent).toContain('望城坡地铁站 2 号口')
    expect(find('.place').textContent).toContain('枫林一路 88 号')
    expect(acks()).not.toContain(13)
    await press('#see-change')
    expect(acks()).toContain(13)
    expect(find('.place .address').textContent).toBe('枫林一路 88 号')
  })
  it('says loudly that the assignment was cancelled, over whatever was open', async () => {
    server.snapshot(enRoute, 12)
    await settled()
    await press('#tool-note')
    server.event(withNotice(over(enRoute, 'cancelled', 13), 'cancelled', 13), 13)
    await settled()
    expect(root.querySelector('.sheet')).toBeNull()
    expect(find('h1').textContent).toBe('任务取消')
    expect(text()).toContain('不需要了')
    expect(acks()).not.toContain(13)
    await press('#see-ending')
    expect(acks()).toContain(13)
    expect(text()).toContain('待命')
  })
  it('counts messages until they are read, and sends an answer', async () => {
    server.snapshot(enRoute, 12)
    await settled()
    const message = {
      id: 'm1',
      from: 'dispatcher' as const,
      text: '从北门进',
      at: new Date(NOON).toISOString(),
    }
    server.event({ ...enRoute, messages: [message], seq: 13 }, 13)
    await settled()
    expect(find('.count').textContent).toBe('1')
    await press('#tool-messages')
    expect(find('.messages-list').textContent).toContain('从北门进')
    const field = find('#message-text') as HTMLTextAreaElement
    field.value = '收到'
    await press('.send')
    expect(server.requests).toContainEqual({
      method: 'POST',
      path: '/api/v1/crew/assignments/as-1/messages',
      body: { text: '收到' },
    })
  })
})

describe('a session that ended', () => {
  it('asks for the password again and keeps what waits to be sent', async () => {
    server.snapshot(workAt(['acknowledged']), 11)
    await settled()
    server.refusal = { status: 401, code: 'not_signed_in' }
    await press('#next')
    expect(text()).toContain('登录已失效')
    expect(text()).toContain('1 条操作和位置都已保存')
    expect((find('#username') as HTMLInputElement).value).toBe('a24')
    server.refusal = undefined
    server.answer = workAt(['acknowledged', 'en_route'])
    find('form').dispatchEvent(new Event('submit', { cancelable: true }))
    await settled()
    expect(app.pending).toEqual([])
    expect(root.querySelector('.sheet')).toBeNull()
  })
  it('does not cover an assignment that rings', async () => {
    server.snapshot(workAt(), 10)
    await settled()
    server.end(4401)
    await settled()
    expect(root.querySelector('.sheet')).toBeNull()
    expect(find('#accept')).toBeTruthy()
  })
})

describe('between assignments', () => {
  it('says why it could not ring', async () => {
    server.snapshot(undefined, 10)
    await settled()
    expect(text()).toContain('现在派车不会响铃')
    expect(text()).toContain('未开启，点此开启')
  })
  it('declares the unit out of service with a reason and a time back', async () => {
    server.snapshot(undefined, 10)
    await settled()
    await pressText('停止服务……')
    await press('.sheet .big')
    expect(server.requests).toContainEqual({
      method: 'PUT',
      path: '/api/v1/crew/availability',
      body: { state: 'out_of_service', reason: 'cleaning', expectedBackAt: '2026-03-01T04:40:00.000Z' },
    })
  })
  it('speaks English when asked', async () => {
    server.snapshot(undefined, 10)
    await settled()
    await press('#bar-state')
    await pressText('English')
    expect(text()).toContain('Ready')
  })
  it('warns before signing off with a live assignment, and stops ringing then', async () => {
    server.snapshot(workAt(['acknowledged']), 11)
    await settled()
    await press('#bar-state')
    await pressText('签退')
    expect(text()).toContain('还有进行中的任务')
    await press('.choice.stop')
    expect(find('h1').textContent).toBe('车组签到')
  })
})
