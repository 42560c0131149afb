import type { Product } from './product'

export interface Incident {
  id: string
  number: string
  status: string
  patients: { id: string }[]
  messages: { from: string; text: string }[]
  fixes: { source: string; lng: number; lat: number; radiusMeters: number }[]
  assignments: { id: string; unitId: string; status: string; milestones: Record<string, { at: string }> }[]
}

export interface JournalEntry {
  id: string
  seq: number
  type: string
  at: string
  recordedAt: string
}

interface ReceivedCall {
  incident: Incident
  locatorUrl?: string
}

/** The product's REST interface as a program uses it: to set a scene, and to check what a screen should show. */
export class Api {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async signIn(
    product: Product,
    username = 'dispatcher',
    password = `demo-${username}`,
  ): Promise<Api> {
    return Api.at(product.console, username, password)
  }

  /** As the crew of a unit, on the public edge. */
  static async crew(product: Product, unitId: string): Promise<Api> {
    return Api.at(product.edge, unitId.toLowerCase(), 'demo-crew')
  }

  private static async at(origin: string, username: string, password: string): Promise<Api> {
    const session = await send<{ token: string }>(`${origin}/api/v1/sessions`, 'POST', { username, password })
    return new Api(`${origin}/api/v1`, session.token)
  }

  get<T>(path: string): Promise<T> {
    return send<T>(this.base + path, 'GET', undefined, this.token)
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return send<T>(this.base + path, 'POST', body, this.token)
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return send<T>(this.base + path, 'PATCH', body, this.token)
  }

  delete(path: string): Promise<undefined> {
    return send<undefined>(this.base + path, 'DELETE', undefined, this.token)
  }

  receiveCall(call: Record<string, unknown>): Promise<ReceivedCall> {
    return this.post('/calls', call)
  }

  incident(id: string): Promise<Incident> {
    return this.get(`/incidents/${id}`)
  }

  async findByPhone(phone: string): Promise<Incident> {
    const { items } = await this.get<{ items: Incident[] }>(`/incidents?q=${encodeURIComponent(phone)}`)
    const [found] = items
    if (!found || items.length > 1) throw new Error(`${items.length} incidents for ${phone}`)
    return found
  }

  async timeline(incidentId: string): Promise<JournalEntry[]> {
    return (await this.get<{ items: JournalEntry[] }>(`/incidents/${incidentId}/timeline`)).items
  }

  assign(incidentId: string, unitId: string): Promise<{ id: string }> {
    return this.post(`/incidents/${incidentId}/assignments`, { unitId, overrideReason: '演练' })
  }

  cancel(assignmentId: string, reason: string): Promise<unknown> {
    return this.post(`/assignments/${assignmentId}/cancel`, { reason })
  }
}

async function send<T>(url: string, method: string, body?: unknown, token?: string): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
