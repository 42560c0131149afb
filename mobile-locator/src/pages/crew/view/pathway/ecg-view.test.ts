import { beforeEach, describe, expect, it, vi } from 'vitest'
import { caseOf, ecgOf } from '../../pathway/samples.test-support'
import { drawEcgs } from '../../ecg/viewer'
import { OpenPage } from './open-page.test-support'

// The viewer has tests of its own, and wants a canvas.
vi.mock('../../ecg/viewer', () => ({ drawEcgs: vi.fn() }))

const opened = OpenPage.forEach()
const { text, find, press, pressText, settled, workWith, give } = opened
const two = () =>
  workWith({
    cases: [
      caseOf(
        {},
        {
          ecgs: [
            ecgOf('scp', 'scp', 60),
            ecgOf('jpg', 'image', 120, { warnings: ['sex_differs'] }),
            ecgOf('cut', 'pdf', 180, { complete: false }),
          ],
        },
      ),
    ],
  })
const destroyed = vi.fn()
const draws = () =>
  vi.mocked(drawEcgs).mock.calls.map(([, sources, labels]) => ({
    kinds: sources.map(({ kind }) => kind),
    labels: [...labels],
  }))
const reads = () =>
  opened.server.requests.filter(({ path }) => /\/ecgs\/[^/]+\/(content|waveform)$/.test(path))
const openList = async () => {
  await give(two())
  await pressText('胸痛')
  await press('#pathway-ecgs')
}

beforeEach(() => {
  destroyed.mockClear()
  vi.mocked(drawEcgs).mockReset()
  vi.mocked(drawEcgs).mockImplementation((host) => {
    host.append('drawn')
    return { destroy: destroyed }
  })
})

describe('looking at an ECG', () => {
  it('draws the one that was chosen, says of whom it may not be, and lets go of it when it is closed', async () => {
    await openList()
    expect(opened.root.querySelectorAll('.plain.view')).toHaveLength(2)
    await pressText('查看')
    expect(draws()).toEqual([{ kinds: ['image'], labels: ['12:02 图片'] }])
    expect(text()).toContain('性别与患者不符')
    expect(find('a.open').getAttribute('href')).toMatch(/p-1\/chest-pain\/ecgs\/jpg\/content$/)
    expect(destroyed).not.toHaveBeenCalled()
    await pressText('返回')
    expect(destroyed).toHaveBeenCalledOnce()
    expect(find('#ecg-file')).toBeTruthy()
  })
  it('compares it with the one before by one tap, the earlier above', async () => {
    await openList()
    await pressText('查看')
    await press('#compare-ecgs')
    expect(draws()[1]).toEqual({ kinds: ['waveform', 'image'], labels: ['12:01 SCP-ECG', '12:02 图片'] })
    expect(destroyed).toHaveBeenCalledOnce()
    expect(reads()).toHaveLength(2)
    await press('#compare-ecgs')
    expect(draws()[2]?.kinds).toEqual(['image'])
  })
  it('stays as it is while the case goes on', async () => {
    await openList()
    await pressText('查看')
    const host = find('.ecg-stage')
    await give(two())
    expect(find('.ecg-stage')).toBe(host)
    expect(draws()).toHaveLength(1)
  })
  it('is closed by an alarm like everything else', async () => {
    await openList()
    await pressText('查看')
    opened.app.open(undefined)
    await settled()
    expect(destroyed).toHaveBeenCalledOnce()
  })
})

describe('without a network', () => {
  it('an ECG says that it needs one, and opens by itself when there is one', async () => {
    await openList()
    opened.server.reachable = false
    opened.server.end(1006)
    await settled()
    const views = opened.root.querySelectorAll<HTMLElement>('.plain.view')
    views[1]?.click()
    await settled()
    expect(find('.ecg-stage').textContent).toContain('需要网络')
    await press('#again-ecg')
    expect(find('.ecg-stage').textContent).toContain('需要网络')
    expect(draws()).toEqual([])
    opened.server.reachable = true
    opened.app.shift?.link?.reconnect()
    const work = two()
    opened.server.snapshot(work, work.seq)
    await settled()
    await settled()
    expect(draws()).toEqual([{ kinds: ['waveform'], labels: ['12:01 SCP-ECG'] }])
  })
  it('what was seen before is seen again, and what this phone took', async () => {
    await openList()
    await pressText('查看')
    await pressText('返回')
    opened.server.reachable = false
    const photo = new File(['x'], 'own.jpg', { type: 'image/jpeg' })
    await opened.app.shift?.ecgs.take('p-1', photo)
    await settled()
    expect(text()).toContain('own.jpg')
    for (const view of [0, 1]) {
      opened.root.querySelectorAll<HTMLElement>('.plain.view')[view]?.click()
      await settled()
      await pressText('返回')
    }
    expect(draws().map(({ kinds }) => kinds)).toEqual([['image'], ['image'], ['image']])
    expect(reads()).toHaveLength(1)
  })
})

describe('an ECG that is not for this crew any more', () => {
  it('says so, and offers nothing that can not help', async () => {
    await openList()
    opened.server.ecgStatus = 404
    opened.root.querySelectorAll<HTMLElement>('.plain.view')[1]?.click()
    await settled()
    expect(find('.ecg-stage').textContent).toContain('已撤回')
    expect(opened.root.querySelector('#again-ecg')).toBeNull()
  })
})
