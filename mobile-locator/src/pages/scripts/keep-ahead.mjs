/**
 * A Vite plugin: a page names files that it imports later, so that they are fetched when there is nothing else to do,
 * and its service worker, which keeps all that the page names, has them without a network too.
 *
 * @param page such as `crew.html`
 * @param module the end of the path of what is imported later
 */
export function keepAhead(page, module) {
  return {
    name: 'keep-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle }) {
        if (!path.endsWith(`/${page}`)) return html
        const chunks = bundle ?? {}
        const first = Object.values(chunks).find((one) => one.facadeModuleId?.endsWith(module))
        if (!first) throw new Error(`${page} imports no ${module} later`)
        const files = new Set()
        const take = (chunk) => {
          if (!chunk || files.has(chunk.fileName)) return
          for (const file of [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])]) files.add(file)
          for (const name of chunk.imports) take(chunks[name])
        }
        take(first)
        // What the page names already is not named twice.
        return [...files]
          .filter((file) => !html.includes(`/${file}"`))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'prefetch', as: file.endsWith('.css') ? 'style' : 'script', href: `/${file}` },
            injectTo: 'head',
          }))
      },
    },
  }
}
