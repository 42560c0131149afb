import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message } from './locator'
import { locator, openWorld, refusal } from './world.test-support'

const settle = () => vi.advanceTimersByTimeAsync(0)
const message = (id: string, from: Message['from'], text: string): Message => ({
  id,
  from,
  text,
  at: '2026-11-22T06:00:00Z',
})

describe('the caller page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T06:00:00Z') })
    sessionStorage.clear()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('has its button in the HTML, before any script', () => {
    openWorld()
    expect(document.querySelector('#share-button')?.getAttribute('href')).toBe('#share')
    expect(document.querySelector('#call')?.getAttribute('href')).toBe('tel:120')
  })

  it('posts nothing before a tap', async () => {
    const world = openWorld()
    world.open()
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.posts).toEqual([])
    expect(world.isWatched()).toBe(false)
  })

  it('sends the first coarse fix at once, then better ones, and says how good they are', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.tap('共享我的位置')
    expect(world.read()).toContain('正在定位')
    world.fix(85)
    await settle()
    expect(world.posts).toEqual([
      {
        path: '/api/v1/locator/t0ken/locations',
        body: { lng: 112.93, lat: 28.2, radiusMeters: 85, at: '2026-11-22T06:00:00.000Z' },
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    ])
    expect(world.read()).toContain('已收到您的位置 误差约 85 米,正在继续提高')
    world.fix(84)
    world.fix(12)
    await settle()
    expect(world.posts).toHaveLength(2)
    expect(world.read()).toContain('误差约 12 米,正在继续提高')
  })

  it('says honestly that nothing is sent while the network fails, and sends it when it is back', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.answer(() => {
      throw refusal(0)
    })
    world.tap('共享我的位置')
    world.fix(30)
    await settle()
    expect(world.read()).toContain('还没有发出去,正在重试')
    expect(world.read()).not.toContain('已收到')
    world.answer(() => locator())
    await vi.advanceTimersByTimeAsync(1_000)
    expect(world.read()).toContain('已收到您的位置')
    expect(new Set(world.posts.map(({ key }) => key)).size).toBe(1)
  })

  it('tells a wrong phone clock from a refused place', async () => {
    const world = openWorld()
    world.open()
    await settle()
    let tries = 0
    world.answer(() => {
      if (tries++ === 0) throw refusal(400)
      return locator()
    })
    world.tap('共享我的位置')
    world.fix(30)
    await settle()
    expect(world.posts.map(({ body }) => 'at' in (body as object))).toEqual([true, false])
    expect(world.read()).toContain('已收到您的位置')
  })

  it('shows how to allow the location, a map and the address when it is denied, and never a dead end', async () => {
    const world = openWorld({ phone: 'wechat' })
    world.open()
    await settle()
    world.tap('共享我的位置')
    world.noFix(1)
    expect(world.read()).toContain('手机没有允许定位')
    expect(world.read()).toContain('找到“微信”')
    expect(world.read()).toContain('在地图上点选')
    world.tap('直接写地址')
    const address = document.querySelector<HTMLTextAreaElement>('form.panel textarea')
    if (address) address.value = '梅溪湖步步高 3 楼'
    document.querySelector('form.panel')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await settle()
    expect(world.posts.at(-1)).toMatchObject({
      path: '/api/v1/locator/t0ken/messages',
      body: { text: '地址:梅溪湖步步高 3 楼' },
    })
  })

  it('goes on trying when there is no fix yet, and forgets the trouble with the first one', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.tap('共享我的位置')
    world.noFix(3)
    expect(world.read()).toContain('还没有定位到')
    world.fix(40)
    await settle()
    expect(world.read()).toContain('已收到您的位置')
    expect(world.read()).not.toContain('还没有定位到')
  })

  it('offers the other ways on a page that may not use the location', async () => {
    const world = openWorld({ geolocation: false })
    world.open()
    await settle()
    world.tap('共享我的位置')
    expect(world.read()).toContain('这个页面不能使用定位')
    expect(world.read()).toContain('在地图上点选')
  })

  it('sends a pin with the radius of a finger and keeps it clear that it is one', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.page.drop({ lng: 112.9, lat: 28.1 })
    await settle()
    expect(world.posts[0]?.body).toMatchObject({ lng: 112.9, lat: 28.1, radiusMeters: 30 })
    expect(world.read()).toContain('按您在地图上点的位置')
  })

  it('asks for the patient and remembers the answer', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.tap('共享我的位置')
    world.answer(() => locator({ callerWithPatient: 'no', seq: 2 }))
    world.tap('不在一起')
    await settle()
    expect(world.posts[0]).toMatchObject({
      path: '/api/v1/locator/t0ken/presence',
      body: { callerWithPatient: 'no' },
    })
    expect(world.read()).toContain('患者不和您在一起')
    world.tap('修改')
    expect(world.read()).toContain('患者和您在一起吗?')
  })

  it('follows the ambulance as it comes, and hides the minutes when the connection is lost', async () => {
    const world = openWorld()
    world.open()
    await settle()
    const unit = { unitId: 'A12', status: 'en_route' as const, etaSeconds: 240, lng: 112.95, lat: 28.2 }
    const at = new Date().toISOString()
    world.live().onSnapshot(locator({ status: 'en_route', units: [{ ...unit, at }], seq: 2 }), 2)
    expect(world.read()).toContain('救护车 A12 已出发,预计 3–5 分钟')
    world.live().onOther?.({ type: 'approach', units: [{ ...unit, etaSeconds: 60, at }] })
    expect(world.read()).toContain('2 分钟内')
    const lost = { phase: 'lost', storage: 'available', serverOffsetMillis: 0 } as const
    world.live().onStatus(lost)
    expect(world.read()).toContain('救护车已出发')
    expect(world.read()).not.toContain('2 分钟内')
    expect(world.read()).toContain('网络不好')
  })

  it('says that another ambulance comes', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.live().onSnapshot(
      locator({
        status: 'assigned',
        reassigned: true,
        units: [{ unitId: 'A03', status: 'assigned' }],
        seq: 2,
      }),
      2,
    )
    expect(world.read()).toContain('已重新安排救护车')
  })

  it('shows script and markup in messages as the text that they are', async () => {
    const world = openWorld()
    const nasty = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    world.answer(() =>
      locator({ messages: [message('1', 'dispatcher', nasty), message('2', 'caller', nasty)] }),
    )
    world.open()
    await settle()
    expect(document.querySelectorAll('main img, main script')).toHaveLength(0)
    expect(world.read()).toContain(`调度员: ${nasty}`)
  })

  it('leaves a refused message to be tapped again', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.answer(() => {
      throw refusal(400)
    })
    world.page.say('我在二楼')
    await settle()
    expect(world.read()).toContain('我在二楼 未发出,点此重发')
    world.answer(() => locator({ messages: [message('1', 'caller', '我在二楼')], seq: 2 }))
    world.tap('未发出,点此重发')
    await settle()
    expect(world.read()).toContain('我在二楼 已送达')
  })

  it('cuts messages at a thousand characters', async () => {
    const world = openWorld()
    world.open()
    await settle()
    expect(world.page.say(' \n ')).toBe(false)
    world.page.say('急'.repeat(10_000))
    await settle()
    expect((world.posts[0]?.body as { text: string }).text).toHaveLength(1000)
  })

  it('keeps an unsent message over a reload', async () => {
    const before = openWorld()
    before.open()
    await settle()
    before.answer(() => {
      throw refusal(0)
    })
    before.page.say('在等')
    await settle()
    const after = openWorld()
    after.open()
    await settle()
    expect(after.posts[0]).toMatchObject({ body: { text: '在等' }, key: before.posts[0]?.key })
  })

  it('stops watching when the ambulance has arrived', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.tap('共享我的位置')
    world.fix(10)
    await settle()
    world
      .live()
      .onSnapshot(locator({ status: 'on_scene', units: [{ unitId: 'A12', status: 'on_scene' }], seq: 2 }), 2)
    expect(world.isWatched()).toBe(false)
    expect(world.read()).toContain('救护车已到达')
    expect(world.read()).toContain('已停止共享位置')
  })

  it('is kind about a link that does not exist, and leaves the call to 120', async () => {
    const world = openWorld()
    world.answer(() => {
      throw refusal(404)
    })
    world.open()
    await settle()
    expect(world.read()).toContain('这个链接已经不能用了')
    expect(world.read()).toContain('拨打 120')
    expect(world.read()).not.toContain('共享我的位置')
  })

  it('says when a link that worked has ended, and stops everything', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.tap('共享我的位置')
    world.live().onStatus({ phase: 'signed_out', storage: 'available', serverOffsetMillis: 0 })
    expect(world.read()).toContain('这个链接已经失效')
    expect(world.isWatched()).toBe(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.posts).toEqual([])
  })

  it('says when the emergency is over', async () => {
    const world = openWorld()
    world.answer(() => locator({ status: 'closed' }))
    world.open()
    await settle()
    expect(world.read()).toContain('这次急救任务已经结束')
    expect(world.read()).not.toContain('共享我的位置')
  })

  it('keeps the button usable while the server cannot be reached, and says so', async () => {
    const world = openWorld()
    world.answer(() => {
      throw refusal(0)
    })
    world.open()
    await settle()
    expect(world.read()).toContain('网络不好')
    expect(world.read()).toContain('共享我的位置')
    world.answer(() => locator())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(world.read()).not.toContain('网络不好')
  })

  it('speaks English to a phone that does, and switches', async () => {
    const world = openWorld({ language: 'en' })
    expect(world.read()).toContain('Share my location')
    expect(document.documentElement.lang).toBe('en')
    world.tap('中文')
    expect(world.read()).toContain('共享我的位置')
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('never goes back to an older view', async () => {
    const world = openWorld()
    world.open()
    await settle()
    world.live().onSnapshot(locator({ status: 'on_scene', seq: 9 }), 9)
    world.live().onSnapshot(locator({ status: 'waiting', seq: 8 }), 9)
    expect(world.read()).toContain('救护车已到达')
  })
})
