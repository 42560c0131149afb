import { Map as MapLibre, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Aed } from '@/contract'
import { insetsWithin, type CameraMove, type CameraView, type Insets } from './camera'
import type { MapHit, MapPart, MapViewOptions } from './events'
import { toMercator, type Bounds, type LngLat } from './geometry'
import * as fixtures from './ground/fixtures'
import { drawIcons, ICON_DENSITY } from './ground/icons'
import { groundLayers, groundSources, type LabelLanguage } from './ground/layers'
import { readGroundSource, type GroundSource } from './ground/source'
import { veilUntilDrawn } from './ground/veil'
import { LiveLayer, type LiveFigures } from './live/layer'
import type { Viewport } from './live/viewport'
import type { Palette } from './palette'

setWorkerUrl(workerUrl)

const GESTURES = ['mousedown', 'wheel', 'touchstart', 'keydown'] as const
const MAX_ZOOM = 18
const MIN_ZOOM = 7
/** Share of the insets that a place in view keeps: a pin then still stands clear of the controls. */
const STILL_IN_VIEW = 0.75

/** The one place where MapLibre is spoken to: the ground from MapLibre, everything live on a canvas above it. */
export class MapView {
  readonly live: LiveLayer
  private handAt = -Infinity
  private dragging = false
  /** What each source of the ground holds, as text. */
  private readonly filled = new Map<string, string>()

  static async open(options: MapViewOptions): Promise<MapView> {
    const map = new MapLibre({
      container: options.element,
      style: { version: 8, sources: {}, layers: [] },
      center: options.center,
      zoom: options.zoom,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      // North is up and nobody tilts the city by accident; the live canvas relies on it.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      attributionControl: false,
      fadeDuration: 0,
      renderWorldCopies: false,
      locale: { 'Map.Title': options.label },
    })
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    const [ground] = await Promise.all([
      readGroundSource(`${location.origin}/map/map.json`),
      map.once('load'),
    ])
    return new MapView(map, options, ground)
  }

  private constructor(
    private readonly map: MapLibre,
    private readonly options: MapViewOptions,
    private readonly ground: GroundSource | undefined,
  ) {
    const above = document.createElement('div')
    above.className = 'map-live'
    above.setAttribute('aria-hidden', 'true')
    map.getCanvasContainer().append(above)
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    this.live = new LiveLayer(
      above,
      options.palette,
      () => this.readViewport(),
      () => map.isMoving(),
      () => still.matches,
      options.covered,
    )
    veilUntilDrawn(map)
    this.dress(options.palette, options.language)
    map.on('render', () => map.isMoving() && this.live.draw())
    map.on('resize', () => this.live.refresh())
    map.on('error', (event) => this.onError(event as { error: unknown; sourceId?: string }))
    this.listen()
  }

  private dress(palette: Palette, language: LabelLanguage) {
    const { map } = this
    const { center } = this.options
    const grid: Bounds = [center.lng - 0.6, center.lat - 0.5, center.lng + 0.6, center.lat + 0.5]
    const sources = { ...groundSources(location.origin, this.ground, grid), ...fixtures.fixtureSources() }
    drawIcons(palette).forEach(({ name, pixels }) => map.addImage(name, pixels, { pixelRatio: ICON_DENSITY }))
    Object.entries(sources).forEach(([id, source]) => map.addSource(id, source))
    this.layers(palette, language).forEach((layer) => map.addLayer(layer))
    if (this.ground) this.options.events.onGroundSource(this.ground)
    else this.options.events.onGroundMissing()
  }

  private layers(palette: Palette, language: LabelLanguage) {
    return [...groundLayers(palette, language, this.ground), ...fixtures.fixtureLayers(palette)]
  }

  /** Changes colours and language in place: camera and data stay. */
  setLook(palette: Palette, language: LabelLanguage): void {
    const { map } = this
    drawIcons(palette).forEach(({ name, pixels }) => map.updateImage(name, pixels))
    for (const layer of this.layers(palette, language)) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        map.setPaintProperty(layer.id, name as never, value as never)
      }
      const names = layer.layout && 'text-field' in layer.layout && layer.layout['text-field']
      if (names) map.setLayoutProperty(layer.id, 'text-field', names)
    }
    this.live.setPalette(palette)
  }

  setVisible(part: MapPart, visible: boolean): void {
    if (part === 'units' || part === 'incidents' || part === 'routes') {
      this.live.setVisible(part, visible)
      return
    }
    fixtures.FIXTURE_LAYERS[part].forEach((id) =>
      this.map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none'),
    )
  }

  showAeds(aeds: readonly Aed[]): void {
    this.fill('aeds', fixtures.aedFeatures(aeds))
  }

  showHospitals(marks: readonly fixtures.HospitalMark[]): void {
    this.fill('hospitals', fixtures.hospitalFeatures(marks))
  }

  showStations(marks: readonly fixtures.StationMark[]): void {
    this.fill('stations', fixtures.stationFeatures(marks))
  }

  showCircles(marks: readonly fixtures.CircleMark[]): void {
    this.fill('circles', fixtures.circleFeatures(marks))
  }

  showArea(rings: readonly (readonly LngLat[])[]): void {
    this.fill('area', fixtures.areaFeatures(rings))
  }

  /** Every event of the board comes by here; the ground is painted anew only for what has changed, which costs most. */
  private fill(name: string, data: fixtures.Features) {
    const source = this.map.getSource<GeoJSONSource>(name)
    const text = JSON.stringify(data)
    if (!source || this.filled.get(name) === text) return
    this.filled.set(name, text)
    void source.setData(data)
  }

  /** True while somebody moves the map by hand. */
  get isInHand(): boolean {
    return this.dragging
  }

  get millisSinceHand(): number {
    return performance.now() - this.handAt
  }

  readCamera(): CameraView & { center: LngLat } {
    const { map, options } = this
    const { clientWidth, clientHeight } = options.element
    const { top, right, bottom, left } = this.insets
    // What was fitted to the insets and moved a little since counts as in view: the camera must not follow every metre.
    const [west, north] = [left * STILL_IN_VIEW, top * STILL_IN_VIEW]
    const [east, south] = [right * STILL_IN_VIEW, bottom * STILL_IN_VIEW]
    const northWest = map.unproject([west, north])
    const southEast = map.unproject([clientWidth - east, clientHeight - south])
    const { lng, lat } = map.getCenter()
    return {
      bounds: [northWest.lng, southEast.lat, southEast.lng, northWest.lat],
      zoom: map.getZoom(),
      center: { lng, lat },
    }
  }

  private get insets(): Insets {
    const { element, insets } = this.options
    return insetsWithin(insets, element.clientWidth, element.clientHeight)
  }

  move(move: CameraMove): void {
    if (move.kind === 'fit') return this.fit(move.bounds, move.maxZoom)
    const { top, right, bottom, left } = this.insets
    const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2]
    this.map.flyTo({ center: move.to, zoom: move.zoom, offset, duration: 900 })
  }

  fit(bounds: Bounds, maxZoom = 15): void {
    this.map.fitBounds(bounds, { padding: this.insets, maxZoom, duration: 900 })
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps, { duration: 250 })
  }

  /** While something is drawn, two quick clicks are two points. */
  setDrawing(drawing: boolean): void {
    if (drawing) this.map.doubleClickZoom.disable()
    else this.map.doubleClickZoom.enable()
  }

  setCursor(cursor: 'crosshair' | 'pointer' | 'grab' | ''): void {
    this.map.getCanvas().style.cursor = cursor
  }

  /** Resolves when everything asked for so far has been drawn, with the milliseconds that took. */
  async whenPainted(): Promise<number> {
    const asked = performance.now()
    this.live.refresh()
    this.map.triggerRepaint()
    await this.map.once('idle')
    await new Promise(requestAnimationFrame)
    return performance.now() - asked
  }

  get figures(): Readonly<LiveFigures> {
    return this.live.figures
  }

  close(): void {
    this.live.close()
    this.map.remove()
  }

  private readViewport(): Viewport {
    const { map } = this
    const { clientWidth: width, clientHeight: height } = this.options.element
    return {
      center: toMercator(map.getCenter()),
      zoom: map.getZoom(),
      width,
      height,
      density: devicePixelRatio,
    }
  }

  private listen() {
    const { map, options } = this
    const container = map.getCanvasContainer()
    GESTURES.forEach((kind) => container.addEventListener(kind, () => this.handOn(), { passive: true }))
    map.on('dragstart', () => (this.dragging = true))
    map.on('dragend', () => {
      this.dragging = false
      this.handOn()
    })
    // What was under the cursor is somewhere else now.
    map.on('movestart', () => options.events.onHover(undefined, { x: 0, y: 0 }))
    map.on('move', () => options.events.onView(this.readCamera()))
    map.on('mousemove', (event) => {
      if (!this.dragging) options.events.onHover(this.find(event), event.point)
    })
    map.on('mouseout', (event) => options.events.onHover(undefined, event.point))
    map.on('click', (event) => options.events.onClick(this.find(event), placeOf(event)))
    map.on('mousedown', (event) => this.grabDraft(event))
  }

  private handOn() {
    this.handAt = performance.now()
  }

  private find(event: MapMouseEvent): MapHit | undefined {
    return this.live.find(event.point) ?? this.findFixture(event)
  }

  private findFixture({ point }: MapMouseEvent): MapHit | undefined {
    const reach = 4
    const box: [[number, number], [number, number]] = [
      [point.x - reach, point.y - reach],
      [point.x + reach, point.y + reach],
    ]
    const layers = ['hospitals', 'stations', 'aeds', 'aeds-many']
    const feature = this.map.queryRenderedFeatures(box, { layers })[0]
    if (!feature) return undefined
    if (feature.layer.id === 'aeds-many') return { kind: 'aeds', at: placeOf(this.map.unproject(point)) }
    const kinds = { hospitals: 'hospital', stations: 'station', aeds: 'aed' } as const
    const kind = kinds[feature.layer.id as keyof typeof kinds]
    return { kind, id: String(feature.properties['id']) }
  }

  private grabDraft(event: MapMouseEvent) {
    if (this.live.find(event.point)?.kind !== 'draft') return
    const { map, live, options } = this
    event.preventDefault()
    // The pin stays in the hand where it was taken: its tip does not jump to the cursor.
    const tip = live.findDraftTip() ?? event.point
    const [right, down] = [tip.x - event.point.x, tip.y - event.point.y]
    let place: LngLat | undefined
    const drag = ({ point }: MapMouseEvent) => {
      place = placeOf(map.unproject([point.x + right, point.y + down]))
      live.showDraft({ place })
    }
    map.on('mousemove', drag)
    // Let go anywhere, also outside the map.
    const drop = () => {
      map.off('mousemove', drag)
      if (place) options.events.onDraftMoved(place)
    }
    addEventListener('mouseup', drop, { once: true })
  }

  private onError({ error, sourceId }: { error: unknown; sourceId?: string }) {
    // A tile that cannot be had is asked for again when it is next in view. Whatever is no tile is a fault and must be seen.
    if (!sourceId) reportError(error)
  }
}

function placeOf(of: MapMouseEvent | LngLat): LngLat {
  const { lng, lat } = 'lngLat' in of ? of.lngLat : of
  return { lng, lat }
}
