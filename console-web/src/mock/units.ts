import type { Capability, Unit } from '@/contract'
import { center } from './center'

const NAMES = ['一组', '二组', '三组', '四组']
const OFF: Record<string, Partial<Unit>> = {
  A21: { availability: 'out_of_service', reason: 'cleaning' },
  A22: { availability: 'out_of_service', reason: 'repair' },
  A24: { availability: 'off_duty', crewLink: 'lost' },
}

/** 24 units at six stations, three of them not to be had. */
export function startingUnits(now: Date): Unit[] {
  return Array.from({ length: 24 }, (_, i) => {
    const number = String(i + 1).padStart(2, '0')
    const home = center.stations[i % center.stations.length]
    if (!home) throw new Error('a center without stations')
    const unit: Unit = {
      id: `A${number}`,
      callsign: `${home.name.replace('急救站', '')}${NAMES[Math.floor(i / center.stations.length)]}`,
      plate: `湘A·${number}AB3`,
      station: home.id,
      capabilities: capabilitiesOf(i),
      availability: 'available',
      position: {
        lng: home.position.lng + (i % 4) * 0.0004,
        lat: home.position.lat + (i % 3) * 0.0003,
        at: now.toISOString(),
        speedMps: 0,
      },
      stale: false,
      crewLink: i % 9 === 4 ? 'background' : 'connected',
      phone: `139000010${number}`,
    }
    const off = OFF[unit.id]
    const back = new Date(now.getTime() + 18 * 60_000).toISOString()
    return {
      ...unit,
      ...off,
      ...(unit.id === 'A20' && { positionSuspect: true }),
      ...(off?.availability === 'out_of_service' && { expectedBackAt: back }),
    }
  })
}

function capabilitiesOf(i: number): Capability[] {
  if (i % 7 === 6) return ['bls', 'als', 'icu', 'ecg12']
  return i % 3 === 1 ? ['bls'] : ['bls', 'als', 'ecg12']
}
