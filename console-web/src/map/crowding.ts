/**
 * Whether unit badges are drawn as small marks without their names. A badge covers about 34 × 30 pixels; from a
 * quarter of the view on they hide each other and the map. Back to names at less than that, so that nothing flickers at
 * the border.
 */
const BADGE_PIXELS = 34 * 30
const CROWDED_SHARE = 0.22
const ROOMY_SHARE = 0.16

export function isCrowded(badges: number, viewPixels: number, crowdedBefore: boolean): boolean {
  if (viewPixels <= 0) return false
  const share = (badges * BADGE_PIXELS) / viewPixels
  return crowdedBefore ? share > ROOMY_SHARE : share > CROWDED_SHARE
}
