import { describe, expect, it } from 'vitest'
import { keepAhead } from './keep-ahead.mjs'

const chunk = (fileName: string, imports: string[] = [], module?: string, css: string[] = []) => ({
  fileName,
  imports,
  facadeModuleId: module,
  viteMetadata: { importedCss: new Set(css) },
})
const bundle = Object.fromEntries(
  [
    chunk('assets/crew-1.js', [], '/x/crew.html'),
    chunk('assets/viewer-2.js', ['assets/crew-1.js', 'assets/part-3.js'], '/x/crew/ecg/viewer.ts', [
      'assets/v.css',
    ]),
    chunk('assets/part-3.js', ['assets/viewer-2.js']),
  ].map((one) => [one.fileName, one]),
)
const handle = (path: string) =>
  keepAhead('crew.html', '/crew/ecg/viewer.ts').transformIndexHtml.handler(
    '<script src="/assets/crew-1.js">',
    {
      path,
      bundle,
    },
  )

describe('what a page names ahead', () => {
  it('is all that the later import needs and the page does not name itself', () => {
    const tags = handle('/crew.html') as { attrs: { href: string; as: string; rel: string } }[]
    expect(tags.map(({ attrs }) => `${attrs.rel} ${attrs.as} ${attrs.href}`)).toEqual([
      'prefetch script /assets/viewer-2.js',
      'prefetch style /assets/v.css',
      'prefetch script /assets/part-3.js',
    ])
  })
  it('is nothing on other pages, and a mistake where the module is not imported', () => {
    expect(handle('/caller.html')).toBe('<script src="/assets/crew-1.js">')
    expect(() =>
      keepAhead('crew.html', '/gone.ts').transformIndexHtml.handler('', { path: '/crew.html', bundle }),
    ).toThrow('/gone.ts')
  })
})
