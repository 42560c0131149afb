import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { precompress } from '@dispatch120/client/build'
import { keepAhead } from './scripts/keep-ahead.mjs'
import { ownCopies } from './scripts/own-copies.mjs'

const here = import.meta.dirname

export default defineConfig({
  root: here,
  publicDir: 'public',
  plugins: [
    ownCopies(['caller', 'aed', 'answer']),
    keepAhead('crew.html', '/crew/ecg/viewer.ts'),
    precompress(),
  ],
  build: {
    outDir: resolve(here, '../../target/classes/edge'),
    emptyOutDir: true,
    target: ['chrome80', 'safari13'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        caller: resolve(here, 'caller.html'),
        crew: resolve(here, 'crew.html'),
        aed: resolve(here, 'aed.html'),
        answer: resolve(here, 'answer.html'),
        'crew-sw': resolve(here, 'crew/service-worker.ts'),
      },
      output: {
        // The service worker keeps its name: browsers find it again by it.
        entryFileNames: (chunk) => (chunk.name === 'crew-sw' ? 'crew-sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    port: 5174,
    proxy: {
      '/api': 'http://127.0.0.1:8121',
      '/map': 'http://127.0.0.1:8121',
      '/ws': { target: 'ws://127.0.0.1:8121', ws: true },
    },
  },
  test: { environment: 'happy-dom', include: ['**/*.test.ts'] },
})
