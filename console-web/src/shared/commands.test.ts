import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { commandHelp, matchCommands, parseLine, useCommands } from './commands'

describe('a typed line', () => {
  it.each([
    ['派 A12', '派', 'A12'],
    ['派A12', '派', 'A12'],
    ['a12到达现场', '到达现场', 'A12'],
    ['  A12   到达现场 ', '到达现场', 'A12'],
    ['派 Ａ１２', '派', 'A12'],
    ['Assign a07', 'assign', 'A07'],
    ['A12', '', 'A12'],
  ])('%s is understood as %s and unit %s', (text, words, unit) => {
    expect(parseLine(text)).toMatchObject({ words, unit })
  })

  it.each(['XJ-20261122-0417', '13800001234', '夜间', '', '0417'])('%s names no unit', (text) => {
    expect(parseLine(text).unit).toBeUndefined()
  })
})

describe('the registry', () => {
  const source = {
    help: () => [{ example: '派 A12', meaning: 'x' }],
    match: (line: { words: string }) =>
      line.words === '派' ? [{ id: 'assign', title: '派', run: () => undefined }] : [],
  }

  it('asks the features that are there, and forgets them with their component', () => {
    const scope = effectScope()
    scope.run(() => useCommands(source))
    expect(matchCommands('派 A12').map((command) => command.id)).toEqual(['assign'])
    expect(matchCommands('别的')).toEqual([])
    expect(commandHelp()).toHaveLength(1)
    scope.stop()
    expect(matchCommands('派 A12')).toEqual([])
  })

  it('finds nothing in a blank line', () => {
    const scope = effectScope()
    scope.run(() => useCommands({ ...source, match: () => [{ id: 'x', title: 'x', run: () => undefined }] }))
    expect(matchCommands('   ')).toEqual([])
    scope.stop()
  })
})
