import type {
  Complaint,
  Incident,
  Milestone,
  NewRoadClosure,
  Recommendation,
  RoadClosureShape,
  Unit,
} from '@/contract'
import { MockCards, Refused } from './cards'
import { center } from './center'
import { tell } from './incidents'
import { closureOf, previewOf, routesOf } from './road-routes'
import { pathwayRoutes } from './pathway-routes'
import { routeOf } from './roads'
import { triageOf } from './triage'
import type { World } from './world'

export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

type Body = Record<string, unknown>

const problem = (status: number, code: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { type: `urn:dispatch120:problem:${code}`, title: code, status, detail: code, code },
})

const ok = (body?: unknown, status = body === undefined ? 204 : 200): Reply => ({ status, body })

function reasonsOf(unit: Unit, method: string): string[] {
  return [
    ...(method === 'straight_line' ? ['no_road_found'] : []),
    ...(unit.positionSuspect ? ['position_implausible'] : []),
    ...(unit.availability === 'available' ? ['at_station'] : []),
    ...unit.capabilities.map((capability) => `has_${capability}`),
  ]
}

/** Answers as the internal interface would, for all that the console asks of it. */
export class MockApi {
  #world: World
  readonly #pathway: ReturnType<typeof pathwayRoutes>
  /** Who is signed in, as the cookie would say. */
  username: string | undefined
  #wrongPasswords = 0
  readonly #cards = new MockCards()
  #calls = 418

  constructor(world: World, username?: string) {
    this.#world = world
    this.username = username
    this.#pathway = pathwayRoutes(world)
  }

  answer(method: string, path: string, body: Body = {}): Reply {
    const url = new URL(path, 'http://mock')
    const route = `${method} ${url.pathname.replace('/api/v1', '')}`
    if (route === 'POST /sessions') return this.#signIn(body)
    if (!this.username) return problem(401, 'not_signed_in')
    for (const [pattern, act] of [...this.#pathway, ...this.#routes]) {
      const found = pattern.exec(route)
      if (!found) continue
      if (method !== 'GET' && this.#world.storage === 'unavailable')
        return problem(503, 'storage_unavailable')
      try {
        return act(found.slice(1).map(decodeURIComponent), body, url.searchParams)
      } catch (error) {
        if (error instanceof Refused) return problem(409, error.message)
        if (error instanceof Error && error.message === 'not_found') return problem(404, 'not_found')
        throw error
      }
    }
    return problem(404, 'not_found')
  }

  readonly #routes: [RegExp, (ids: string[], body: Body, query: URLSearchParams) => Reply][] = [
    [/^GET \/me$/, () => ok(this.#user())],
    [/^DELETE \/sessions\/current$/, () => this.#signOut()],
    [/^GET \/center$/, () => ok(center)],
    [/^GET \/aeds$/, () => ok({ items: [], nextCursor: null })],
    [/^GET \/board$/, () => ok(this.#world.board())],
    [
      /^GET \/incidents$/,
      (_ids, _body, query) => ok({ items: this.#find(query.get('q') ?? ''), nextCursor: null }),
    ],
    [/^GET \/incidents\/([^/]+)$/, ([id]) => ok(this.#incident(id))],
    [/^PATCH \/incidents\/([^/]+)$/, ([id], body) => this.#edit(id, body)],
    [
      /^GET \/incidents\/([^/]+)\/timeline$/,
      ([id]) => ok({ items: this.#world.timelines.get(this.#incident(id).id) ?? [], nextCursor: null }),
    ],
    [/^GET \/incidents\/([^/]+)\/recommendation$/, ([id]) => this.#recommend(id)],
    [/^POST \/incidents\/([^/]+)\/assignments$/, ([id], body) => this.#assign(id, String(body['unitId']))],
    [/^POST \/incidents\/([^/]+)\/messages$/, ([id], body) => this.#message(id, String(body['text']))],
    [/^POST \/incidents\/([^/]+)\/locator-link$/, ([id]) => this.#link(id)],
    [/^POST \/incidents\/([^/]+)\/locations$/, ([id], body) => this.#locate(id, body)],
    [
      /^POST \/incidents\/([^/]+)\/close$/,
      ([id], body) =>
        ok(
          this.#world.change(
            {
              ...this.#incident(id),
              status: 'closed',
              closedAt: this.#world.now().toISOString(),
              outcome: body['outcome'] as never,
            },
            'incident_closed',
          ),
        ),
    ],
    [/^POST \/calls$/, (_ids, body) => this.#receive(body)],
    [
      /^POST \/assignments\/([^/]+)\/milestones$/,
      ([id = ''], body) => ok(this.#world.reach(id, body['milestone'] as Milestone)),
    ],
    [
      /^POST \/assignments\/([^/]+)\/(cancel|decline)$/,
      ([id = '', what], body) =>
        ok(this.#world.end(id, what === 'cancel' ? 'cancelled' : 'declined', String(body['reason']))),
    ],
    [
      /^POST \/alerts\/([^/]+)\/acknowledge$/,
      ([id = '']) => ok(this.#world.changeAlert(id, { owner: this.username ?? '' }, 'alert_acknowledged')),
    ],
    [/^POST \/alerts\/([^/]+)\/snooze$/, ([id = ''], body) => this.#snooze(id, Number(body['seconds']))],
    [/^GET \/triage-cards$/, () => ok({ items: this.#cards.list(this.#world.now()), nextCursor: null })],
    [
      /^POST \/triage-cards\/([^/]+)\/proposals$/,
      ([card = ''], body) => ok(this.#cards.propose(card, body, this.username ?? '', this.#world.now()), 201),
    ],
    [
      /^POST \/triage-cards\/([^/]+)\/proposals\/([^/]+)\/approve$/,
      ([card = '', id = '']) => ok(this.#cards.approve(card, id, this.username ?? '', this.#world.now())),
    ],
    [
      /^POST \/triage-cards\/([^/]+)\/withdraw$/,
      ([card = ''], body) =>
        ok(this.#cards.withdraw(card, String(body['reason']), this.username ?? '', this.#world.now())),
    ],
    [/^POST \/incidents\/([^/]+)\/triage$/, ([id], body) => this.#triage(id, body)],
    [/^GET \/incidents\/([^/]+)\/routes$/, ([id], _body, query) => this.#courses(id, query.getAll('unit'))],
    [/^GET \/road-closures$/, () => ok({ items: [...this.#world.closures.values()], nextCursor: null })],
    [
      /^POST \/road-closures\/preview$/,
      (_ids, body) => ok({ roads: previewOf(body as unknown as RoadClosureShape) }),
    ],
    [/^POST \/road-closures$/, (_ids, body) => this.#closeRoad(body as unknown as NewRoadClosure)],
    [/^DELETE \/road-closures\/([^/]+)$/, ([id = '']) => ok(this.#world.openRoad(id))],
    [/^GET \/units$/, () => ok({ items: [...this.#world.units.values()], nextCursor: null })],
  ]

  #signIn(body: Body): Reply {
    const username = String(body['username'])
    if (/^a\d\d$/.test(username)) return problem(403, 'forbidden')
    if (this.#wrongPasswords >= 3) {
      this.#wrongPasswords = 0
      return problem(429, 'rate_limited', { 'Retry-After': '8' })
    }
    if (body['password'] !== `demo-${username}`) {
      this.#wrongPasswords += 1
      return problem(401, 'wrong_credentials')
    }
    this.#wrongPasswords = 0
    this.username = username
    return ok({ token: 'mock', expiresAt: '2099-01-01T00:00:00Z', user: this.#user() }, 201)
  }

  #signOut(): Reply {
    this.username = undefined
    return ok()
  }

  #user() {
    const roles = ['dispatcher', 'supervisor', 'observer', 'station', 'hospital', 'admin']
    const role = roles.find((name) => this.username?.startsWith(name)) ?? 'dispatcher'
    const own = role === 'hospital' ? { hospitalId: 'xiangya3' } : {}
    return { username: this.username ?? '', role, center: center.id, ...own }
  }

  #incident(id = ''): Incident {
    const incident = this.#world.incidents.get(id)
    if (!incident) throw new Error('not_found')
    return incident
  }

  #find(q: string): Incident[] {
    return [...this.#world.incidents.values()].filter(
      (i) => i.number === q || i.calls.some((call) => call.phone === q),
    )
  }

  #edit(id: string | undefined, body: Body): Reply {
    const incident = this.#incident(id)
    return ok(
      this.#world.change(
        { ...incident, ...body, version: incident.version + 1 },
        'details_changed',
        undefined,
        body,
      ),
    )
  }

  #assign(id: string | undefined, unitId: string): Reply {
    const unit = this.#world.units.get(unitId)
    if (!unit) return problem(404, 'not_found')
    if (unit.availability === 'committed') return problem(409, 'unit_committed')
    if (unit.availability === 'out_of_service') return problem(409, 'unit_out_of_service')
    if (unit.availability === 'off_duty') return problem(409, 'unit_off_duty')
    return ok(this.#world.assign(this.#incident(id), unit), 201)
  }

  #courses(id: string | undefined, proposed: string[]): Reply {
    const incident = this.#incident(id)
    if (!incident.position) return problem(409, 'position_unknown')
    const items = routesOf(this.#world, incident, proposed)
    return ok({ items, computedAt: this.#world.now().toISOString() })
  }

  #closeRoad(body: NewRoadClosure): Reply {
    const closure = closureOf(this.#world, body, this.username ?? '')
    if (!closure) return problem(422, 'no_road_here')
    this.#world.closeRoad(closure)
    return ok(closure, 201)
  }

  #triage(id: string | undefined, body: Body): Reply {
    const incident = this.#incident(id)
    const triage = triageOf(incident, body as never, this.#world.now())
    if (!triage) return problem(409, 'card_not_in_force')
    const complaint = incident.complaint ?? (triage.card as Complaint)
    const changed = { ...incident, triage, complaint, priority: triage.priority, triaged: true }
    this.#world.change(changed, 'triage_recorded', undefined, { ...triage })
    return ok(triage)
  }

  #snooze(id: string, seconds: number): Reply {
    const snoozedUntil = new Date(this.#world.now().getTime() + seconds * 1000).toISOString()
    return ok(this.#world.changeAlert(id, { owner: this.username ?? '', snoozedUntil }, 'alert_snoozed'))
  }

  #message(id: string | undefined, text: string): Reply {
    const incident = this.#incident(id)
    const message = {
      id: `message-${this.#world.seq}`,
      from: 'dispatcher' as const,
      text,
      at: this.#world.now().toISOString(),
    }
    this.#world.change(
      { ...incident, messages: [...incident.messages, message] },
      'message_sent',
      undefined,
      { text },
    )
    return ok(message, 201)
  }

  #link(id: string | undefined): Reply {
    const incident = this.#incident(id)
    const sentAt = this.#world.now().toISOString()
    const expiresAt = new Date(this.#world.now().getTime() + 86_400_000).toISOString()
    const link = { callId: incident.calls[0]?.id ?? '', sentAt, expiresAt, delivery: 'log' }
    this.#world.change({ ...incident, links: [...incident.links, link] }, 'locator_link_sent')
    return ok({ url: 'https://120.example/l/mock', expiresAt, delivery: 'log' }, 201)
  }

  #locate(id: string | undefined, body: Body): Reply {
    const incident = this.#incident(id)
    const fix = {
      id: `fix-${this.#world.seq}`,
      lng: Number(body['lng']),
      lat: Number(body['lat']),
      radiusMeters: Number(body['radiusMeters'] ?? 15),
      source: body['source'] as 'confirmed',
      at: this.#world.now().toISOString(),
    }
    const { lng, lat, radiusMeters, source, at } = fix
    const position = { lng, lat, radiusMeters, source, at }
    this.#world.change({ ...incident, position, fixes: [...incident.fixes, fix] }, 'location_confirmed')
    return ok({ fix, position }, 201)
  }

  #receive(body: Body): Reply {
    const number = ++this.#calls
    const fresh = tell({ number, age: 0, priority: 'p1', status: 'waiting' }, this.#world.now())
    const incident = {
      ...fresh,
      ...(body['complaint'] !== undefined && { complaint: body['complaint'] as Complaint }),
      ...(body['address'] !== undefined && { address: String(body['address']) }),
      calls: fresh.calls.map((call) => ({ ...call, phone: String(body['phone']) })),
    }
    const opened = this.#world.change(incident, 'incident_opened')
    return ok({ call: opened.calls[0], incident: opened, possibleDuplicates: [] }, 201)
  }

  #recommend(id: string | undefined): Reply {
    const { position } = this.#incident(id)
    if (!position) return problem(409, 'position_unknown')
    const units = [...this.#world.units.values()].map((unit) => {
      const closures = this.#world.closures.values()
      const course = routeOf(unit.id, 'proposed', unit.position ?? position, position, closures)
      const blockedBy = {
        committed: 'unit_committed',
        out_of_service: 'unit_out_of_service',
        off_duty: 'unit_off_duty',
      }[unit.availability as string]
      return {
        unitId: unit.id,
        callsign: unit.callsign,
        etaSeconds: course.etaSeconds,
        distanceMeters: course.distanceMeters,
        method: course.method,
        availability: unit.availability,
        capabilities: unit.capabilities,
        stale: unit.stale,
        crewLink: unit.crewLink,
        reasons: reasonsOf(unit, course.method),
        ...(blockedBy && { blockedBy }),
      }
    })
    // As the server: blocked ones last, before them those to which no road leads.
    const rank = (unit: (typeof units)[number]) =>
      ('blockedBy' in unit ? 2 : 0) + (unit.method === 'straight_line' ? 1 : 0)
    units.sort((a, b) => rank(a) - rank(b) || a.etaSeconds - b.etaSeconds)
    const recommendation: Recommendation = {
      incidentId: id ?? '',
      units,
      aeds: [],
      responders: [],
      hospitals: center.hospitals.map((hospital) => {
        const way = routeOf('', 'proposed', position, hospital.position, this.#world.closures.values())
        return {
          hospitalId: hospital.id,
          name: hospital.name,
          travelSeconds: way.etaSeconds,
          distanceMeters: way.distanceMeters,
          method: way.method,
          capabilities: hospital.capabilities,
        }
      }),
      computedAt: this.#world.now().toISOString(),
    }
    return ok(recommendation)
  }
}
