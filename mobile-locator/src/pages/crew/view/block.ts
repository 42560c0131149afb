import { type Child, el, fill } from '../../shared/dom'

const refreshers = new WeakMap<Element, () => void>()
const leavers = new WeakMap<Element, () => void>()

/** A part of the page that is built anew when, and only when, what it shows has changed. */
export function block(inputs: () => unknown, view: () => Child | Child[], className = ''): HTMLElement {
  const node = el('div', { class: `block ${className}`.trim(), 'data-block': '' })
  let shown: string | undefined
  const refresh = () => {
    const now = JSON.stringify(inputs()) ?? ''
    if (now === shown) return
    shown = now
    leave(node)
    const focused = document.activeElement
    const focusedId = focused && node.contains(focused) ? focused.id : ''
    const views = view()
    fill(node, (Array.isArray(views) ? views : [views]).flatMap(asNode))
    if (focusedId) document.getElementById(focusedId)?.focus({ preventScroll: true })
  }
  refreshers.set(node, refresh)
  refresh()
  return node
}

/** Called when a block takes `node` away, for what holds more than its elements. */
export function onLeave(node: Element, callback: () => void): void {
  node.setAttribute('data-leaves', '')
  leavers.set(node, callback)
}

function leave(block: Element): void {
  for (const node of Array.from(block.querySelectorAll('[data-leaves]'))) leavers.get(node)?.()
}

/** Text that follows what it says, such as a running time. */
export function says(text: () => string, className = ''): HTMLElement {
  const node = el('span', { class: className, 'data-block': '' })
  const refresh = () => {
    const now = text()
    if (node.textContent !== now) node.textContent = now
  }
  refreshers.set(node, refresh)
  refresh()
  return node
}

/** Brings every part inside up to date, outer ones first. */
export function refreshBlocks(root: ParentNode): void {
  for (const node of Array.from(root.querySelectorAll('[data-block]')))
    if (node.isConnected) refreshers.get(node)?.()
}

function asNode(child: Child): Node[] {
  if (child === undefined) return []
  return [typeof child === 'string' ? document.createTextNode(child) : child]
}
