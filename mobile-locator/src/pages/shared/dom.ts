/** Building and updating elements. Text is always text: nothing here can read markup. */

export type Child = Node | string | undefined

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  for (const child of children) if (child !== undefined) node.append(child)
  return node
}

export function button(className: string, onPress: () => void): HTMLButtonElement {
  const node = el('button', { type: 'button', class: className })
  node.addEventListener('click', onPress)
  return node
}

/** Touches the document only when the text differs, so that screen readers announce a change once. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text
}

export function show(node: HTMLElement, shown: boolean): void {
  node.hidden = !shown
}

/** `replaceChildren`, which Safari 13 lacks. */
export function fill(node: Node, children: Node[]): void {
  while (node.lastChild) node.lastChild.remove()
  for (const child of children) node.appendChild(child)
}

/** A line drawing in the size and colour of the text beside it; it says nothing the text does not. */
export function icon(path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', fill: 'none' }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value)
  const line = document.createElementNS(space, 'path')
  const stroke = { d: path, stroke: 'currentColor', 'stroke-width': '2.5', 'stroke-linecap': 'round' }
  for (const [name, value] of Object.entries(stroke)) line.setAttribute(name, value)
  line.setAttribute('stroke-linejoin', 'round')
  svg.appendChild(line)
  return svg
}

export const TICK = 'M4 13l5 5L20 6'
export const WAITING = 'M12 6v6l4 2M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18'
