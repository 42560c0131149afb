import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { ROOT } from './process'

const CLIENT = join(ROOT, 'dispatch-core/src/client')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

declare global {
  interface Window {
    /** Of the client's page, see its dev/page.ts. */
    makeEcg: (options: { seconds: number }) => unknown
    measureEcg: (text: string) => Promise<{ drawn: number; painted: number }>
  }
}

export interface ClientPage {
  url: string
  close(): Promise<void>
}

/** Builds the client's own page and serves it under the very policy of the product. */
export async function serveClientPage(): Promise<ClientPage> {
  await build({ configFile: join(CLIENT, 'vite.config.ts'), logLevel: 'warn' })
  const folder = join(CLIENT, 'target/dev')
  const policy = await contentSecurityPolicy()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname === '/' ? 'index.html' : normalize(pathname)
    readFile(join(folder, name)).then(
      (body) => {
        const type = TYPES[extname(name)] ?? 'application/octet-stream'
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** As the server's source says it: a page that needs more than the product allows fails here. */
async function contentSecurityPolicy(): Promise<string> {
  const file = join(ROOT, 'dispatch-core/src/main/java/io/dispatch120/web/SecurityHeaders.java')
  const source = await readFile(file, 'utf8')
  const list = /CONTENT_SECURITY_POLICY =\s*String\.join\(\s*"; ",([^;]*?)\);/s.exec(source)?.[1] ?? ''
  const lines = [...list.matchAll(/"([^"]+)"/g)].map(([, line]) => line)
  if (lines.length === 0) throw new Error(`No content security policy in ${file}`)
  return lines.join('; ')
}
