import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Incident, Unit } from '@/contract'
import { useBoard } from '@/live'
import { get } from '@/shared/api'
import { matchCommands } from '@/shared/commands'
import { describeIncident } from '@/shared/describe'
import { i18n } from '@/shared/i18n'
import { useSidePage } from '@/shared/side-page'
import { useWorkplace } from '@/shared/workplace'
import { findLocal, isWorthAsking } from './find-local'

/** One line of the results: what Enter would do. */
export interface Result {
  id: string
  group: 'command' | 'incident' | 'unit'
  title: string
  detail?: string
  blocked?: string
  incident?: Incident
  act(): unknown
}

const PAUSE_MILLIS = 300

/** The one line in which everything is looked for and done. */
export const useSearch = defineStore('search', () => {
  const t = i18n.global.t
  const board = useBoard()
  const workplace = useWorkplace()
  const page = useSidePage()
  const query = ref('')
  const active = ref(0)
  const busy = ref(false)
  const error = ref<unknown>()
  const asked = shallowRef<Incident[]>([])

  const results = computed<Result[]>(() => {
    const found = findLocal(query.value, board.openIncidents, board.allUnits)
    const known = new Set(found.incidents.map((incident) => incident.id))
    const incidents = [...found.incidents, ...asked.value.filter((incident) => !known.has(incident.id))]
    return [
      ...matchCommands(query.value).map((command): Result => ({
        ...command,
        group: 'command',
        act: command.run,
      })),
      ...found.units.map(unitResult),
      ...incidents.map(incidentResult),
    ]
  })

  watch(query, (text, _before, onCleanup) => {
    active.value = 0
    error.value = undefined
    asked.value = []
    if (!isWorthAsking(text)) return
    const timer = setTimeout(() => ask(text.normalize('NFKC').trim()), PAUSE_MILLIS)
    onCleanup(() => clearTimeout(timer))
  })

  async function ask(text: string) {
    try {
      const { items } = await get<{ items: Incident[] }>(`/incidents?q=${encodeURIComponent(text)}&limit=12`)
      if (text === query.value.normalize('NFKC').trim()) asked.value = items
    } catch (caught) {
      error.value = caught
    }
  }

  function incidentResult(incident: Incident): Result {
    const state = t(`shared.status.${incident.status}`)
    return {
      id: incident.id,
      group: 'incident',
      title: describeIncident(incident, t),
      detail: [incident.number, state, incident.address].filter(Boolean).join(' · '),
      incident,
      act() {
        board.takeIncident(incident)
        workplace.select(incident.id)
      },
    }
  }

  function unitResult(unit: Unit): Result {
    return {
      id: unit.id,
      group: 'unit',
      title: `${unit.id} ${unit.callsign}`,
      detail: [t(`shared.availability.${unit.availability}`), unit.phone].filter(Boolean).join(' · '),
      act() {
        const at = board.positions.get(unit.id) ?? unit.position
        if (at) workplace.lookAt = { lng: at.lng, lat: at.lat, zoom: 14 }
        if (unit.incidentId) workplace.select(unit.incidentId)
      },
    }
  }

  /** Does what the line at `index` says. What was typed stays when it could not be done. */
  async function act(index = active.value) {
    const result = results.value[index]
    if (!result || result.blocked || busy.value) return
    busy.value = true
    error.value = undefined
    try {
      await result.act()
      query.value = ''
      if (page.page === 'search') page.close()
    } catch (caught) {
      error.value = caught
    } finally {
      busy.value = false
    }
  }

  function move(steps: number) {
    active.value = Math.min(Math.max(active.value + steps, 0), Math.max(results.value.length - 1, 0))
  }

  return { query, active, busy, error, results, act, move }
})
