/** Which part of a sheet is seen. A sheet has units of its own: millimetres, or pixels of a picture. */
export interface Viewport {
  /** CSS pixels a unit. */
  readonly scale: number
  /** What is at the upper left corner of the pane, in units. */
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface ZoomLimits {
  readonly least: number
  readonly most: number
}

/** Shows `part` of a sheet, from its upper left corner, as large as the pane allows. */
export function show(part: Size, pane: Size): Viewport {
  const scale = Math.min(pane.width / part.width, pane.height / part.height)
  return { scale: scale > 0 && Number.isFinite(scale) ? scale : 1, x: 0, y: 0 }
}

/** Zooms so that what is under (`px`, `py`) of the pane stays there. */
export function zoomAround(
  view: Viewport,
  factor: number,
  px: number,
  py: number,
  limits: ZoomLimits,
): Viewport {
  const scale = Math.min(limits.most, Math.max(limits.least, view.scale * factor))
  return {
    scale,
    x: view.x + px / view.scale - px / scale,
    y: view.y + py / view.scale - py / scale,
  }
}

/** Moves what is seen along with a finger that moves by (`dx`, `dy`) pixels. */
export function drag(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale }
}

/** Keeps the sheet in the pane: centred where there is room, without a gap at its edges where there is not. */
export function keepInside(view: Viewport, sheet: Size, pane: Size): Viewport {
  return {
    scale: view.scale,
    x: alongOne(view.x, sheet.width, pane.width / view.scale),
    y: alongOne(view.y, sheet.height, pane.height / view.scale),
  }
}

function alongOne(at: number, sheet: number, seen: number): number {
  return seen >= sheet ? (sheet - seen) / 2 : Math.min(sheet - seen, Math.max(0, at))
}
