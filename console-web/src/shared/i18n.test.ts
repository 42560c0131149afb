import { describe, expect, it } from 'vitest'
import { gather } from './i18n'

describe('words', () => {
  it('have the same keys in Chinese and in English', () => {
    expect(keys(gather('en'))).toEqual(keys(gather('zh-CN')))
  })

  it('are nowhere empty', () => {
    expect(
      texts(gather('zh-CN'))
        .concat(texts(gather('en')))
        .filter((text) => text.trim() === ''),
    ).toEqual([])
  })
})

function keys(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path]
  return Object.entries(node)
    .flatMap(([key, value]) => keys(value, `${path}.${key}`))
    .sort()
}

function texts(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return Object.values(node as object).flatMap(texts)
}
