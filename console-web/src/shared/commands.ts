import { onScopeDispose, shallowReactive } from 'vue'

/** A typed line as commands see it. Full-width letters and digits count as half-width; `unit` is in capitals. */
export interface CommandLine {
  text: string
  /** The text without the unit: `到达现场` of `A12 到达现场`, `派` of `派A12`. Lower case, trimmed. */
  words: string
  /** What looks like a unit: `A12`. */
  unit?: string
}

/** What Enter would do with what is typed. */
export interface Command {
  id: string
  /** Says before Enter what will happen: `派 A12 去 胸痛 · 男 58`. */
  title: string
  detail?: string
  /** Why it cannot be done now; it is shown then and Enter does nothing. */
  blocked?: string
  /** Throws what was refused; the command line says it and keeps what is typed. */
  run(): unknown
}

/** A feature's commands. */
export interface CommandSource {
  /** What can be typed, with what it does, in the order they are shown: `派 A12`. */
  help(): { example: string; meaning: string }[]
  /** What is meant, best first; nothing when it is not for this source. */
  match(line: CommandLine): Command[]
}

const sources = shallowReactive<CommandSource[]>([])

/** Offers commands while the calling component lives. */
export function useCommands(source: CommandSource): void {
  sources.push(source)
  onScopeDispose(() => sources.splice(sources.indexOf(source), 1))
}

/** What the line would do; empty when nobody understands it. */
export function matchCommands(text: string): Command[] {
  const line = parseLine(text)
  if (line.text === '') return []
  return sources.flatMap((source) => source.match(line))
}

export function commandHelp(): { example: string; meaning: string }[] {
  return sources.flatMap((source) => source.help())
}

/** Letters with digits, such as A12; not inside a word or a number, such as an incident's. */
const UNIT = /(?<![A-Za-z0-9-])([A-Za-z]{1,3}-?\d{1,4})(?![A-Za-z0-9-])/

export function parseLine(typed: string): CommandLine {
  const text = typed.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  const found = UNIT.exec(text)
  if (!found?.[1]) return { text, words: text.toLowerCase() }
  const words = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  return { text, words: words.trim().replaceAll(/\s+/g, ' ').toLowerCase(), unit: found[1].toUpperCase() }
}
