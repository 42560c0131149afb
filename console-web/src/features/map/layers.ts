import { reactive, watch } from 'vue'
import type { MapPart } from '@/map'

/** What can be switched off above the map; the rest is always there. */
export const LAYERS = ['units', 'aeds', 'hospitals', 'stations', 'routes', 'area'] as const

export type Layer = (typeof LAYERS)[number] & MapPart

export type LayerChoice = Record<Layer, boolean>

const STORED = 'd120.map.layers'
const DEFAULTS: LayerChoice = {
  units: true,
  aeds: true,
  hospitals: true,
  stations: false,
  routes: true,
  area: true,
}

/** This computer's choice of layers, remembered; what cannot be read is as at the first time. */
export function useLayers(storage: Storage = localStorage): LayerChoice {
  const choice = reactive({ ...DEFAULTS, ...restore(storage.getItem(STORED)) })
  watch(choice, () => storage.setItem(STORED, JSON.stringify(choice)))
  return choice
}

/** Visible for tests: known layers only, booleans only. */
export function restore(text: string | null): Partial<LayerChoice> {
  if (!text) return {}
  try {
    const read = JSON.parse(text) as Record<string, unknown> | null
    return Object.fromEntries(
      LAYERS.flatMap((layer) => (typeof read?.[layer] === 'boolean' ? [[layer, read[layer]]] : [])),
    )
  } catch {
    return {}
  }
}
