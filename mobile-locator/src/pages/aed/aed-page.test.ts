import { afterEach, describe, expect, it, vi } from 'vitest'
import html from '../aed.html?raw'
import { AedPage } from './aed-page'
import { type Aed, aedState, byUse, walkMinutes } from './aed-state'
import { createAedView } from './aed-view'
import { directionsTo } from './directions'

const aed = (more: Partial<Aed> = {}): Aed => ({
  id: 'XJ-AED-001',
  name: '梅溪湖西站',
  position: { lng: 112.87655, lat: 28.1895 },
  floor: 'B1',
  placement: '客服中心右侧墙面',
  hoursText: '每天 06:30–22:30',
  access: 'public',
  openNow: true,
  readiness: 'ok',
  distanceMeters: 310,
  walkSeconds: 241,
  ...more,
})

describe('the state of an AED', () => {
  it.each([
    ['ok', true, 'usable'],
    ['unknown', true, 'usable'],
    ['ok', false, 'closed'],
    ['ok', null, 'hours_unknown'],
    ['fault', true, 'out_of_order'],
    ['expired', true, 'out_of_order'],
    ['missing', null, 'out_of_order'],
  ] as const)('%s and open %s is %s', (readiness, openNow, state) => {
    expect(aedState({ readiness, openNow })).toBe(state)
  })

  it('is listed after those that can be fetched sooner, in whole minutes rounded up', () => {
    const sorted = byUse([
      aed({ id: 'closed', walkSeconds: 20, openNow: false }),
      aed({ id: 'broken', walkSeconds: 10, readiness: 'fault' }),
      aed({ id: 'unknown', walkSeconds: 30, openNow: null }),
      aed({ id: 'far', walkSeconds: 300, openNow: true }),
      aed({ id: 'near', walkSeconds: 200, openNow: true }),
    ])
    expect(sorted.map(({ id }) => id)).toEqual(['near', 'far', 'unknown', 'closed', 'broken'])
    expect([20, 60, 61].map(walkMinutes)).toEqual([1, 1, 2])
  })
})

describe('directions', () => {
  const links = Object.fromEntries(
    directionsTo({ lng: 112.93, lat: 28.2 }, '一楼 & "大厅"').map(({ app, href }) => [app, href]),
  )

  it('give each app the datum that it reads', () => {
    // GCJ-02 lies some 0.0055° east and 0.0035° south of WGS 84 here; BD-09 another 0.0065° east and 0.006° north.
    expect(links.amap).toMatch(/to=112\.935\d+,28\.196\d+,/)
    expect(links.tencent).toMatch(/tocoord=28\.196\d+,112\.935\d+/)
    expect(links.apple).toMatch(/daddr=28\.196\d+,112\.935\d+/)
    expect(links.google).toMatch(/destination=28\.196\d+,112\.935\d+/)
    expect(links.baidu).toMatch(/location=28\.202\d+,112\.94[12]\d+.*coord_type=bd09ll/)
  })

  it('carry names as text', () => {
    expect(links.amap).toContain(encodeURIComponent('一楼 & "大厅"'))
  })
})

describe('the AED page', () => {
  afterEach(() => void vi.unstubAllGlobals())

  function open(answer: () => Response, geolocation: Partial<Geolocation> | undefined = undefined) {
    document.body.innerHTML = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? ''
    const asked: string[] = []
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path)
      return answer()
    })
    const page = new AedPage('zh-CN', geolocation as Geolocation | undefined, () => view.update())
    const view = createAedView(page, document)
    view.update()
    return { page, asked, find: () => document.querySelector<HTMLElement>('#find')?.click() }
  }
  const found = (...items: Aed[]) => new Response(JSON.stringify({ items }))
  const said = () => document.querySelector('main > p[role=status]')?.textContent

  it('lists what it finds, closed and unknown ones said to be so', async () => {
    const here = {
      getCurrentPosition: (take: PositionCallback) =>
        take({ coords: { longitude: 112.93, latitude: 28.2, accuracy: 20 } } as GeolocationPosition),
    }
    const closed = aed({ id: '2', openNow: false, walkSeconds: 400, access: 'staffed', custodian: '前台' })
    const world = open(() => found(aed(), closed, aed({ id: '3', openNow: null, walkSeconds: 500 })), here)
    world.find()
    await vi.waitFor(() => expect(document.querySelectorAll('.aed')).toHaveLength(3))
    expect(world.asked).toEqual(['/api/v1/public/aeds?near=112.930000,28.200000&limit=50'])
    const items = [...document.querySelectorAll('.aed')].map((item) => item.textContent)
    expect(items[0]).toContain(
      '可用步行 5 分钟310 米B1 · 客服中心右侧墙面可以直接取用开放时间:每天 06:30–22:30',
    )
    expect(items[2]).toContain('现在未开放')
    expect(items[2]).toContain('请向工作人员索取:前台')
    expect(items[1]).toContain('开放时间未知')
  })

  it('shows names as the text that they are', async () => {
    const world = open(() => found(aed({ name: '<img src=x onerror=alert(1)>' })))
    await world.page.search({ lng: 112.9, lat: 28.2 })
    expect(document.querySelector('.aed h2')?.textContent).toContain('<img src=x')
    expect(document.querySelector('.aed img')).toBeNull()
  })

  it('takes typed coordinates and says when they are none', async () => {
    const world = open(() => found())
    world.page.searchAt('长沙')
    expect(said()).toContain('请写成“经度,纬度”')
    world.page.searchAt('112.9388, 28.2282')
    await vi.waitFor(() => expect(said()).toBe('附近没有登记的 AED。'))
    expect(world.asked).toEqual(['/api/v1/public/aeds?near=112.938800,28.228200&limit=50'])
  })

  it('says what is wrong, and leaves other ways', async () => {
    const denied = {
      getCurrentPosition: (_: unknown, fail?: PositionErrorCallback | null) =>
        fail?.({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError),
    }
    const world = open(() => new Response('{}', { status: 429 }), denied)
    world.find()
    expect(said()).toContain('手机没有允许定位')
    await world.page.search({ lng: 112.9, lat: 28.2 })
    expect(said()).toContain('现在查询的人太多')
  })

  it('counts the later of two searches', async () => {
    let first: (answer: Response) => void = () => undefined
    const answers = [
      new Promise<Response>((resolve) => (first = resolve)),
      Promise.resolve(found(aed({ name: '后来' }))),
    ]
    const world = open(() => answers.shift() as unknown as Response)
    const slow = world.page.search({ lng: 1, lat: 1 })
    await world.page.search({ lng: 112.9, lat: 28.2 })
    first(found(aed({ name: '先前' })))
    await slow
    expect(document.querySelector('.aed h2')?.textContent).toContain('后来')
  })
})
