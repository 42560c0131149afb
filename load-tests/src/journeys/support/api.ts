/** The product's REST interface as a program uses it: to set a scene, and to check what a screen should show. */
export class Api {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async signIn(origin: string, username: string, password: string): Promise<Api> {
    const session = await send<{ token: string }>(`${origin}/api/v1/sessions`, 'POST', { username, password })
    return new Api(`${origin}/api/v1`, session.token)
  }

  get<T>(path: string): Promise<T> {
    return send<T>(this.base + path, 'GET', undefined, this.token)
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return send<T>(this.base + path, 'POST', body, this.token)
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return send<T>(this.base + path, 'PUT', body, this.token)
  }

  delete(path: string): Promise<undefined> {
    return send<undefined>(this.base + path, 'DELETE', undefined, this.token)
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
