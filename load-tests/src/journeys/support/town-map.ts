import type { Page } from '@playwright/test'
import { expect } from './fixtures'

interface Place {
  lng: number
  lat: number
}

interface Camera {
  center: Place
  zoom: number
}

const TILE_PIXELS = 512

/** The console's map as a hand uses it: places become points of the screen. For pages opened with `?measure`. */
export class TownMap {
  constructor(readonly page: Page) {}

  /** Whose courses are drawn, and whether along roads: `A12 proposed road`. */
  courses(): Promise<string> {
    return this.page
      .locator('[data-courses]')
      .getAttribute('data-courses')
      .then((text) => text ?? '')
  }

  async click(place: Place): Promise<void> {
    const { x, y } = await this.findPoint(place)
    await this.page.mouse.click(x, y)
  }

  /** Waits until the camera stands, and fails when the place is out of sight. */
  private async findPoint(place: Place): Promise<{ x: number; y: number }> {
    const camera = await this.standingCamera()
    const ground = this.page.locator('.maplibregl-canvas')
    const box = await ground.boundingBox()
    if (!box) throw new Error('There is no map.')
    const world = TILE_PIXELS * 2 ** camera.zoom
    const [at, middle] = [mercator(place), mercator(camera.center)]
    const [right, down] = [(at.x - middle.x) * world, (at.y - middle.y) * world]
    expect(Math.abs(right), 'the place is in sight').toBeLessThan(box.width / 2)
    expect(Math.abs(down), 'the place is in sight').toBeLessThan(box.height / 2)
    return { x: box.x + box.width / 2 + right, y: box.y + box.height / 2 + down }
  }

  private async standingCamera(): Promise<Camera> {
    let before = ''
    await expect(async () => {
      const now = JSON.stringify(await this.camera())
      const stands = now === before
      before = now
      expect(stands).toBe(true)
    }).toPass({ intervals: [300] })
    return JSON.parse(before) as Camera
  }

  private camera(): Promise<Camera> {
    return this.page.evaluate(() => {
      const { d120Map } = window as unknown as { d120Map?: { camera(): Camera } }
      if (!d120Map) throw new Error('The page was not opened with ?measure.')
      return d120Map.camera()
    })
  }
}

/** Web Mercator in the unit square, as the map has it. */
function mercator({ lng, lat }: Place): { x: number; y: number } {
  const radians = (lat * Math.PI) / 180
  return {
    x: (180 + lng) / 360,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI),
  }
}
