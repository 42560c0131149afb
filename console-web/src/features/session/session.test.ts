import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useBoard } from '@/live'
import { installMock, type Mock } from '@/mock'
import { get } from '@/shared/api'
import { ownedBy } from './handover'
import { isSame, useSession } from './session'

describe('the session', () => {
  const real = { fetch: window.fetch, WebSocket: window.WebSocket }
  const reload = vi.fn()
  let mock: Mock

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    reload.mockClear()
    vi.spyOn(window.location, 'reload').mockImplementation(reload)
    mock = installMock()
  })

  afterEach(() => {
    useBoard().attach(undefined)
    Object.assign(window, real)
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  /** Lets the mocked server answer. */
  const pass = async (millis = 200) => {
    await vi.advanceTimersByTimeAsync(millis)
    await nextTick()
  }

  async function signedIn(username = 'dispatcher') {
    const session = useSession()
    void session.signIn(username, `demo-${username}`)
    await pass()
    return session
  }

  it('asks who is there, and for a password when nobody is', async () => {
    const session = useSession()
    void session.resume()
    await pass()
    expect(session.state).toBe('signed_out')
  })

  it('keeps asking while the server cannot be reached', async () => {
    mock.api.username = 'dispatcher'
    mock.disconnect()
    const session = useSession()
    void session.resume()
    await pass()
    expect(session).toMatchObject({ state: 'unknown', unreachable: true })
    mock.connect()
    await pass(4000)
    expect(session).toMatchObject({ state: 'signed_in', unreachable: false })
  })

  it('shows the board once signed in', async () => {
    const session = await signedIn()
    expect(session.state).toBe('signed_in')
    expect(useBoard().ready).toBe(true)
  })

  it('expires when the socket says so, and keeps the board', async () => {
    const session = await signedIn()
    mock.expire()
    await pass()
    expect(session.state).toBe('expired')
    expect(useBoard().openIncidents).toHaveLength(13)
  })

  it('expires when a request finds it out first', async () => {
    const session = await signedIn()
    mock.api.username = undefined
    get('/units').catch(() => undefined)
    await pass()
    expect(session.state).toBe('expired')
  })

  it('goes on where it was for the same user, with a stream that lives again', async () => {
    const session = await signedIn()
    mock.expire()
    await pass()
    await signedIn()
    expect(session.state).toBe('signed_in')
    expect(useBoard().status.phase).toBe('live')
    expect(reload).not.toHaveBeenCalled()
  })

  it('starts anew for another user, and forgets what this tab remembered', async () => {
    await signedIn()
    sessionStorage.setItem('draft', 'typed by the first')
    mock.expire()
    await pass()
    await signedIn('supervisor')
    expect(reload).toHaveBeenCalledOnce()
    expect(sessionStorage.getItem('draft')).toBeNull()
  })

  it('stays expired after a wrong password', async () => {
    const session = await signedIn()
    mock.expire()
    await pass()
    session.signIn('dispatcher', 'wrong').catch(() => undefined)
    await pass()
    expect(session.state).toBe('expired')
  })

  it('connects no board for a role that has none', async () => {
    const session = await signedIn('station')
    expect(session).toMatchObject({ state: 'signed_in', hasConsole: false, mayDispatch: false })
    expect(useBoard().ready).toBe(false)
  })

  it('lets observers look and not act', async () => {
    expect(await signedIn('observer')).toMatchObject({ hasConsole: true, mayDispatch: false })
  })

  it('does not claim to have signed out when nobody answered', async () => {
    const session = await signedIn()
    mock.disconnect()
    const failed = expect(session.signOut()).rejects.toThrow()
    await pass()
    await failed
    expect(reload).not.toHaveBeenCalled()
  })

  it('knows the same user by name and center', () => {
    const wang = { username: 'wang', role: 'dispatcher', center: 'a' } as const
    expect(isSame(wang, { ...wang, role: 'supervisor' })).toBe(true)
    expect(isSame(wang, { ...wang, center: 'b' })).toBe(false)
    expect(isSame(wang, undefined)).toBe(false)
  })

  it('names what would be left behind, oldest first', async () => {
    await signedIn()
    expect(ownedBy(useBoard().alerts, 'dispatcher').map((alert) => alert.kind)).toEqual(['not_en_route'])
    expect(ownedBy(useBoard().alerts, undefined)).toEqual([])
  })
})
