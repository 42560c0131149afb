import { describe, expect, it } from 'vitest'
import { HANDS_OFF_MILLIS, insetsWithin, moveForFollowing, moveForSelection, type CameraView } from './camera'

const VIEW: CameraView = { bounds: [112.85, 28.15, 112.95, 28.25], zoom: 13 }
const INSIDE = { lng: 112.9, lat: 28.2 }
const OUTSIDE = { lng: 113.05, lat: 28.2 }

describe('camera', () => {
  it('stays when the selected incident and its unit are in view', () => {
    expect(moveForSelection({ incident: INSIDE, unit: INSIDE }, VIEW, false)).toBeUndefined()
  })

  it('flies to a selected incident outside the view, never zooming out of what the dispatcher chose', () => {
    expect(moveForSelection({ incident: OUTSIDE }, VIEW, false)).toEqual({
      kind: 'fly',
      to: OUTSIDE,
      zoom: 13,
    })
  })

  it('comes closer when the view is too far away to see streets', () => {
    const move = moveForSelection({ incident: OUTSIDE }, { ...VIEW, zoom: 9 }, false)
    expect(move).toEqual({ kind: 'fly', to: OUTSIDE, zoom: 12.5 })
  })

  it('shows incident and unit together when one of them is outside', () => {
    for (const watched of [
      { incident: INSIDE, unit: OUTSIDE },
      { incident: OUTSIDE, unit: INSIDE },
    ]) {
      const move = moveForSelection(watched, VIEW, false)
      expect(move).toEqual({ kind: 'fit', bounds: [112.9, 28.2, 113.05, 28.2], maxZoom: 14.5 })
    }
  })

  it('never moves a map that is in somebody’s hand', () => {
    expect(moveForSelection({ incident: OUTSIDE }, VIEW, true)).toBeUndefined()
  })

  it('does not follow for 20 s after the dispatcher moved the map', () => {
    const watched = { incident: INSIDE, unit: OUTSIDE }
    expect(moveForFollowing(watched, VIEW, HANDS_OFF_MILLIS - 1)).toBeUndefined()
    expect(moveForFollowing(watched, VIEW, HANDS_OFF_MILLIS)).toBeDefined()
  })

  it('never comes closer than 15.5 by itself', () => {
    const near = { ...VIEW, zoom: 17 }
    expect(moveForSelection({ incident: OUTSIDE }, near, false)).toMatchObject({ zoom: 15.5 })
    expect(moveForSelection({ incident: OUTSIDE, unit: INSIDE }, near, false)).toMatchObject({
      maxZoom: 15.5,
    })
  })

  it('leaves half of a small map to look at', () => {
    const insets = { top: 150, right: 90, bottom: 90, left: 90 }
    expect(insetsWithin(insets, 1024, 1032)).toEqual(insets)
    expect(insetsWithin(insets, 180, 240)).toEqual({ top: 75, right: 45, bottom: 45, left: 45 })
  })
})
