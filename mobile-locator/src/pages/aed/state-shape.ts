import type { AedState } from './aed-state'

/** Told apart by shape, not by colour alone: disc, barred square, diamond, triangle. */
const SHAPES: Record<AedState, { outline: string; sign: string }> = {
  usable: { outline: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z', sign: 'M7 12.5l3.5 3.5L17 9' },
  closed: { outline: 'M3 3h18v18H3z', sign: 'M7 12h10' },
  hours_unknown: {
    outline: 'M12 1l11 11l-11 11L1 12z',
    sign: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 17v.1',
  },
  out_of_order: { outline: 'M12 2l11 20H1z', sign: 'M12 9v6M12 18.5v.1' },
}

export function stateShape(state: AedState): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'shape')
  svg.setAttribute('aria-hidden', 'true')
  const { outline, sign } = SHAPES[state]
  svg.append(
    path(outline, { fill: 'currentColor' }),
    path(sign, { fill: 'none', stroke: '#fff', 'stroke-width': '2.5' }),
  )
  return svg

  function path(d: string, attributes: Record<string, string>): SVGPathElement {
    const node = document.createElementNS(space, 'path')
    for (const [name, value] of Object.entries({ ...attributes, d, 'stroke-linecap': 'round' })) {
      node.setAttribute(name, value)
    }
    return node
  }
}
