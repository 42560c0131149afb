import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

// The page of `npm run dev`, which the speed measurements build too. The package itself is bundled by the pages that use it.
export default defineConfig({
  root: resolve(here, 'dev'),
  base: './',
  build: {
    outDir: resolve(here, 'target/dev'),
    emptyOutDir: true,
    target: ['chrome89', 'safari15'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  test: { root: here, include: ['src/**/*.test.ts'] },
})
