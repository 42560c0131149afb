const PRELOAD = 'vite/preload-helper'
const PLAIN_IMPORT = '\0plain-import'

/**
 * A Vite plugin: the named pages get copies of their own of the modules they share with other pages, so that each is
 * one script. On a slow phone network a second script is another connection, and costs more than the copy.
 */
export function ownCopies(pages) {
  const pageOf = (importer) => {
    const [file, query] = importer.split('?')
    return new URLSearchParams(query).get('page') ?? pages.find((page) => file.endsWith(`/${page}/main.ts`))
  }
  return {
    name: 'own-copies',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer, options) {
      const page = importer && pageOf(importer)
      if (!page) return null
      if (source.includes(PRELOAD)) return `${PLAIN_IMPORT}?page=${page}`
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && /^[^\0].*\.(ts|m?js)$/.test(found.id)
        ? { ...found, id: `${found.id}?page=${page}` }
        : found
    },
    /** What is fetched later has nothing of its own to be fetched before it: Vite's helper for that is not needed. */
    load(id) {
      return id.startsWith(PLAIN_IMPORT) ? 'export const __vitePreload = (load) => load()' : null
    },
  }
}
