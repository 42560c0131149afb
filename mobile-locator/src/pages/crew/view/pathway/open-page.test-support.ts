import { afterEach, beforeEach, vi } from 'vitest'
import { CrewApp } from '../../app'
import type { CrewAssignment } from '../../contract'
import { memoryStore } from '../../device/store'
import { workAt } from '../../samples.test-support'
import { useLanguage } from '../../text'
import { page } from '../page'
import { Server } from '../server.test-support'

const HOSPITALS = [
  { id: 'h-1', name: '湘雅三医院', capabilities: ['pci_24x7'] },
  { id: 'h-2', name: '航天医院', capabilities: ['thrombolysis'] },
]
let seq = 100

/** The page of a crew with its patient, in front of a server that is there or not. Opened before each test. */
export class OpenPage {
  server = new Server()
  root = document.createElement('div')
  app!: CrewApp
  refresh: () => void = () => undefined
  #skewMillis = 0

  /** Registers itself with the tests of a file. */
  static forEach(): OpenPage {
    const opened = new OpenPage()
    beforeEach(() => opened.#open())
    afterEach(async () => {
      await opened.app.signOff()
      opened.refresh()
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    })
    return opened
  }

  async #open(): Promise<void> {
    const monotonicMillis = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => monotonicMillis() + this.#skewMillis)
    useLanguage('zh-CN')
    this.server = new Server()
    vi.stubGlobal('fetch', this.server.fetch)
    document.body.textContent = ''
    this.root = document.body.appendChild(document.createElement('div'))
    const store = memoryStore()
    await store.set('crew', { username: 'a24', unitId: 'A24' })
    this.refresh = () => undefined
    this.app = new CrewApp(store, () => this.refresh(), this.server.seams)
    await this.app.resume()
    this.refresh = page(this.app, this.root).refresh
    const work = this.workWith({})
    this.server.answer = work
    this.server.snapshot(work, work.seq)
    await this.settled()
  }

  settled = async () => {
    for (let i = 0; i < 8; i++) await new Promise((resolve) => setTimeout(resolve, 1))
    this.refresh()
  }
  text = () => this.root.textContent ?? ''
  find = (selector: string) => {
    const found = this.root.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`${selector} is not in: ${this.text()}`)
    return found
  }
  /** Presses what has been on the screen for a moment. */
  press = async (selector: string) => {
    this.#skewMillis += 1000
    this.find(selector).click()
    await this.settled()
  }
  pressText = async (label: string) => {
    const buttons = Array.from(this.root.querySelectorAll('button'))
    const found = buttons.find((button) => button.textContent?.includes(label))
    if (!found) throw new Error(`${label} is not in: ${this.text()}`)
    found.click()
    await this.settled()
  }
  workWith = (more: Partial<CrewAssignment>) => ({
    ...workAt(['acknowledged', 'en_route', 'on_scene', 'patient_contact'], {
      hospitals: HOSPITALS,
      ...more,
    }),
    seq: ++seq,
  })
  give = async (work: CrewAssignment) => {
    this.server.answer = work
    this.server.event(work, work.seq)
    await this.settled()
  }
  posts = () =>
    this.server.requests.filter(({ path, method }) => method === 'POST' && path.includes('/patients/'))
}
