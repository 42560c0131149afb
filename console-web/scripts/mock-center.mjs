// A make-believe dispatch120 server for looking at the console and measuring it: serves the built page with the headers
// of the real one, a center with units, incidents and AEDs, and units that drive at 1 Hz. Nothing is stored.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createBoard, drive } from './mock-board.mjs'
import { openTiles } from './tile-file.mjs'

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'target/classes/console')
const MAPS = join(ROOT, '../data/map')
const DEMO = join(ROOT, '../app/src/main/resources/demo')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const TILE_HEADERS = { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Content-Encoding': 'gzip' }
// Stricter than the server's: neither inline styles nor blob workers.
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'"

/**
 * @param options.units how many
 * @param options.moving how many of them drive
 * @param options.map false leaves the base map out; otherwise the one of the demo's data directory is shown, if it has
 *   been started once (DISPATCH120_MOCK_MAP names another version's folder)
 * @returns url, board, missing (paths that were asked for in vain), drive(count), close()
 */
export async function startMockCenter({ units = 24, moving = units, map = true, port = 0 } = {}) {
  const board = createBoard(units)
  const aeds = await readAeds()
  const missing = []
  const sockets = new Set()
  const ground = map ? await openTiles(await findMap()) : undefined

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://mock')
    const json = (body) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Security-Policy': POLICY })
      response.end(JSON.stringify(body))
    }
    if (pathname === '/api/v1/me')
      return json({ username: 'dispatcher', role: 'dispatcher', center: 'xiangjiang' })
    if (pathname === '/api/v1/center') return json(board.center)
    if (pathname === '/api/v1/aeds') return json({ items: aeds, nextCursor: null })
    if (pathname.endsWith('/recommendation')) return json(board.recommend(pathname.split('/').at(-2)))
    if (pathname.endsWith('/routes'))
      return json(board.routes(pathname.split('/').at(-2), searchParams.getAll('unit')))
    if (ground && pathname === '/map/map.json') return json(ground.description)
    const tile = /^\/map\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(pathname)
    if (ground && tile) {
      const packed = await ground.find(...tile.slice(1).map(Number))
      response.writeHead(packed ? 200 : 204, packed ? TILE_HEADERS : {})
      return response.end(packed)
    }
    const name = normalize(pathname).replace(/^(\.\.\/)+/, '')
    const path = join(PAGE, name === '/' ? 'index.html' : name)
    try {
      const bytes = await readFile(path)
      response.writeHead(200, {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': POLICY,
      })
      response.end(bytes)
    } catch {
      missing.push(pathname)
      response.writeHead(404, { 'Content-Type': 'application/problem+json' })
      response.end(JSON.stringify({ title: 'Not found', status: 404, detail: '', code: 'not_found' }))
    }
  })

  server.on('upgrade', (request, socket) => {
    accept(request, socket)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => sockets.delete(socket))
    socket.on('data', () => undefined)
    send(socket, { type: 'snapshot', seq: 1, board: board.snapshot() })
    for (const recommendation of board.recommendations()) {
      send(socket, { type: 'recommendation', incidentId: recommendation.incidentId, recommendation })
    }
  })

  const tell = (frame) => sockets.forEach((socket) => send(socket, frame))
  // As the real server: four frames a second; every unit is in one of them.
  let driving = moving
  let quarter = 0
  const positions = setInterval(() => {
    const some = board.units.slice(0, driving).filter((_, i) => i % 4 === quarter % 4)
    quarter++
    if (some.length > 0) tell({ type: 'positions', units: some.map((unit) => drive(unit, 1)) })
  }, 250)
  const heartbeat = setInterval(
    () => tell({ type: 'heartbeat', seq: 1, at: new Date().toISOString(), storage: 'available' }),
    2000,
  )

  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    board,
    missing,
    /** How many units drive from now on. */
    drive(count) {
      driving = count
    },
    close() {
      clearInterval(positions)
      clearInterval(heartbeat)
      sockets.forEach((socket) => socket.destroy())
      server.closeAllConnections()
      server.close()
    },
  }
}

async function findMap() {
  const named = process.env['DISPATCH120_MOCK_MAP']
  if (named) return join(named, 'ground.tiles')
  const versions = await readdir(MAPS).catch(() => [])
  const version = versions.filter((name) => /^[0-9a-f]{16}\./.test(name)).sort()[0]
  if (!version) console.warn('no map: start ./dispatch120 demo once, or set DISPATCH120_MOCK_MAP')
  return version && join(MAPS, version, 'ground.tiles')
}

async function readAeds() {
  const [head, ...rows] = (await readFile(join(DEMO, 'aeds.csv'), 'utf8')).trim().split('\n')
  const names = head.split(',')
  return rows.map((row, i) => {
    const cells = Object.fromEntries(row.split(',').map((cell, column) => [names[column], cell]))
    const { id, name, lng, lat, building, floor, placement, hoursText, access, readiness } = cells
    const openNow = i % 9 === 4 ? null : i % 5 !== 3
    const position = { lng: Number(lng), lat: Number(lat) }
    return { id, name, position, building, floor, placement, hoursText, access, readiness, openNow }
  })
}

function accept(request, socket) {
  const key = request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
  const answer = createHash('sha1').update(key).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
  )
}

/** One text frame (RFC 6455): final, unmasked, its length in 7, 16 or 64 bits. */
function send(socket, message) {
  const text = Buffer.from(JSON.stringify(message))
  let head
  if (text.length < 126) head = Buffer.from([0x81, text.length])
  else if (text.length < 65536) {
    head = Buffer.from([0x81, 126, 0, 0])
    head.writeUInt16BE(text.length, 2)
  } else {
    head = Buffer.alloc(10)
    head.set([0x81, 127])
    head.writeBigUInt64BE(BigInt(text.length), 2)
  }
  socket.write(Buffer.concat([head, text]))
}

// Run by itself, it serves until it is stopped: node scripts/mock-center.mjs [units] [port]
if (process.argv[1] === import.meta.filename) {
  const { url } = await startMockCenter({
    units: Number(process.argv[2] ?? 24),
    port: Number(process.argv[3] ?? 8140),
  })
  console.log(url)
}
