import { describe, expect, it } from 'vitest'
import { aedState, PIN_SHAPES, UNIT_LOOKS, unitState } from './looks'

describe('looks', () => {
  it('tells every unit state from the others without colour', () => {
    const shapes = Object.values(UNIT_LOOKS).map(
      ({ shape, filled, dashed }) => `${shape} ${filled} ${dashed}`,
    )
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('gives every priority a pin of its own shape', () => {
    expect(new Set(Object.values(PIN_SHAPES)).size).toBe(4)
  })

  it.each([
    ['assigned', 'to_scene'],
    ['acknowledged', 'to_scene'],
    ['en_route', 'to_scene'],
    ['on_scene', 'on_scene'],
    ['patient_contact', 'on_scene'],
    ['transporting', 'to_hospital'],
    ['at_hospital', 'at_hospital'],
    ['handed_over', 'at_hospital'],
    [undefined, 'to_scene'],
  ] as const)('shows a committed unit whose milestone is %s as %s', (status, state) => {
    expect(unitState({ availability: 'committed' }, status)).toBe(state)
  })

  it('shows a unit that is not committed by its availability alone', () => {
    expect(unitState({ availability: 'out_of_service' }, 'on_scene')).toBe('out_of_service')
    expect(unitState({ availability: 'available' }, undefined)).toBe('available')
  })

  it.each([
    ['ok', true, 'usable'],
    ['ok', false, 'closed'],
    ['ok', null, 'unknown'],
    ['unknown', true, 'unknown'],
    ['unknown', false, 'closed'],
    ['fault', true, 'out_of_order'],
    ['expired', null, 'out_of_order'],
    ['missing', false, 'out_of_order'],
  ] as const)('calls an AED whose readiness is %s and openNow %s %s', (readiness, openNow, state) => {
    expect(aedState({ readiness, openNow })).toBe(state)
  })
})
