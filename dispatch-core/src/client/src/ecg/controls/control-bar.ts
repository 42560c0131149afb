/** One row of buttons and choices, made of what browsers have. */
export class ControlBar {
  readonly element = document.createElement('div')

  constructor(label: string) {
    this.element.className = 'ecg-controls'
    this.element.setAttribute('role', 'group')
    this.element.setAttribute('aria-label', label)
  }

  /** @param sign is seen instead of the label, which is still its name */
  button(label: string, act: () => void, sign?: string): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign ?? label
    if (sign) {
      button.setAttribute('aria-label', label)
      button.title = label
    }
    button.addEventListener('click', act)
    this.element.append(button)
    return button
  }

  /** Gives what shows the state; pressing it only asks for another. */
  toggle(label: string, act: (on: boolean) => void): (on: boolean) => void {
    const button = this.button(label, () => act(button.getAttribute('aria-pressed') !== 'true'))
    const show = (on: boolean) => button.setAttribute('aria-pressed', String(on))
    show(false)
    return show
  }

  /** Gives what shows the choice. */
  choice<T extends string | number>(
    label: string,
    options: readonly (readonly [T, string])[],
    act: (value: T) => void,
  ): (value: T) => void {
    const select = document.createElement('select')
    select.setAttribute('aria-label', label)
    select.title = label
    for (const [value, text] of options) select.append(new Option(text, String(value)))
    select.addEventListener('change', () => {
      const chosen = options[select.selectedIndex]
      if (chosen) act(chosen[0])
    })
    this.element.append(select)
    return (value) => {
      select.value = String(value)
    }
  }
}
