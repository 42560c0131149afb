import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { i18n, type Locale } from '@/shared/i18n'

/** The server's own names, so that a figure it gains has words here or the build says so. */
const SERVER = resolve(import.meta.dirname, '../../../../dispatch-core/src/main/java/io/dispatch120/dispatch')
const read = (file: string) => readFileSync(resolve(SERVER, file), 'utf8')

/** Constants of an enum, as the API writes them. */
function constants(source: string): string[] {
  const body = /^(?:public )?enum \w+ \{\n([\s\S]*?);\n/m.exec(source)?.[1] ?? ''
  const code = body.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  return [...code.matchAll(/^ {2}([A-Z][A-Z0-9_]*)\b/gm)].map(([, name = '']) => name.toLowerCase())
}

const figures = constants(read('report/Figure.java'))
const milestones = constants(read('api/CaseMilestone.java'))
/** Steps that are no milestone, and may be missing all the same. */
const others = [
  ...new Set([...read('report/Measures.java').matchAll(/"([a-z_]+)"/g)].map(([, name = '']) => name)),
]

describe.each<Locale>(['zh-CN', 'en'])('the report in %s', (locale) => {
  const has = (key: string) => i18n.global.te(key, locale)

  it('has words for every figure that the server makes', () => {
    expect(figures).toContain('arrival_to_thrombolysis_start')
    expect(
      figures.filter((name) => !has(`report.name.${name}`) && !has(`chestpain.interval.${name}`)),
    ).toEqual([])
  })

  it('has words for every step that can be missing', () => {
    expect(milestones).toContain('wire_crossing')
    expect(others).toEqual(expect.arrayContaining(['arrival', 'departure', 'pre_alert_answer', 'bypass']))
    expect(milestones.filter((name) => !has(`chestpain.milestone.${name}`))).toEqual([])
    expect(others.filter((name) => !has(`report.step.${name}`))).toEqual([])
  })

  it('has no words for figures that there are none of', () => {
    const messages = i18n.global.getLocaleMessage(locale) as unknown as { report: { name: object } }
    expect(Object.keys(messages.report.name).filter((name) => !figures.includes(name))).toEqual([])
  })
})
