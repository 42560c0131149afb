import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'
import { precompress } from '@dispatch120/client/build'

const here = import.meta.dirname
const server = process.env['DISPATCH120_DEV_SERVER'] ?? 'http://127.0.0.1:8120'

export default defineConfig(({ mode }) => ({
  root: here,
  define: { __MOCK__: JSON.stringify(mode === 'mock') },
  resolve: { alias: { '@': resolve(here, 'src') } },
  plugins: [
    vue(),
    Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    precompress(),
  ],
  build: {
    outDir: resolve(here, 'target/classes/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    ...(mode !== 'mock' && {
      proxy: {
        // As objects: the short form changes the Host header, and the server wants it to match the Origin.
        '/api': { target: server },
        '/map': { target: server },
        '/ws': { target: server.replace(/^http/, 'ws'), ws: true },
      },
    }),
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
}))
