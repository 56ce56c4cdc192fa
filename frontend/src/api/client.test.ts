import { beforeEach, describe, expect, it, vi } from 'vitest'
import { get, onSessionEnded, post, request, tenantPath } from './client'
import { isTransient, NoAnswer, Problem } from './problems'

const answer = vi.fn<typeof fetch>()
beforeEach(() => {
  answer.mockReset()
  vi.stubGlobal('fetch', answer)
})

const refusal = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } })

describe('a request', () => {
  it('sends its body, keys and version, and returns the new version', async () => {
    answer.mockResolvedValue(new Response('{"id":"a"}', { status: 201, headers: { ETag: '"3"' } }))
    const reply = await request('POST', '/v1/x', { body: { title: 'Rust' }, idempotencyKey: 'key-12345', ifMatch: '"2"' })
    const sent = answer.mock.calls[0]?.[1]
    const headers = new Headers(sent?.headers)
    expect(reply).toEqual({ data: { id: 'a' }, etag: '"3"' })
    expect(sent?.body).toBe('{"title":"Rust"}')
    expect([headers.get('Idempotency-Key'), headers.get('If-Match'), headers.get('Content-Type')]).toEqual(['key-12345', '"2"', 'application/json'])
  })

  it('wants the newest after a change, for a while', async () => {
    vi.useFakeTimers()
    answer.mockImplementation(() => Promise.resolve(new Response('{}')))
    const asksForNewest = async () => {
      await get('/v1/issues')
      return new Headers(answer.mock.lastCall?.[1]?.headers).get('Cache-Control') === 'no-cache'
    }
    vi.advanceTimersByTime(60_000)
    expect(await asksForNewest()).toBe(false)
    await post('/v1/issues')
    expect(await asksForNewest()).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(await asksForNewest()).toBe(false)
    vi.useRealTimers()
  })

  it('leaves empty filters out of the address', async () => {
    answer.mockResolvedValue(new Response('{}'))
    await get('/v1/issues', { query: { state: 'open', theme: '', region: undefined, limit: 5 } })
    expect(answer.mock.calls[0]?.[0]).toBe('/v1/issues?state=open&limit=5')
  })

  it('becomes a problem with its sentences, fields and request number', async () => {
    answer.mockResolvedValue(refusal(400, { code: 'input.invalid', title: 'Nee', detail: 'Kort', errors: [{ pointer: '/title', code: 'text.empty', detail: 'Vul in' }] }, { 'X-Request-Id': 'r-1' }))
    const problem = await post('/v1/x').catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ status: 400, code: 'input.invalid', requestId: 'r-1', errors: [{ pointer: '/title' }] })
  })

  it('survives a refusal that is not JSON', async () => {
    answer.mockResolvedValue(new Response('<html>', { status: 413 }))
    await expect(get('/v1/x')).rejects.toMatchObject({ status: 413, code: 'http.413' })
  })

  it('takes what a proxy says while the server is away for no answer, and not for a fault of ours', async () => {
    for (const status of [502, 503, 504]) {
      answer.mockResolvedValue(new Response('<html><h1>Bad Gateway</h1></html>', { status, headers: { 'Content-Type': 'text/html' } }))
      const error = await post('/v1/x').catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(NoAnswer)
      expect(isTransient(error)).toBe(true)
    }
    answer.mockResolvedValue(refusal(503, { code: 'unavailable', detail: 'Even niet bereikbaar.' }))
    await expect(post('/v1/x')).rejects.toMatchObject({ status: 503, detail: 'Even niet bereikbaar.' })
  })

  it('tells no answer from a refusal', async () => {
    answer.mockRejectedValue(new TypeError('network'))
    const error = await get('/v1/x').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(NoAnswer)
    expect(isTransient(error)).toBe(true)
  })

  it('reports a session that ended, but not to somebody who only asks who they are', async () => {
    const ended = vi.fn()
    onSessionEnded(ended)
    answer.mockImplementation(() => Promise.resolve(refusal(401, { code: 'session.missing' })))
    await get('/v1/me').catch(() => undefined)
    expect(ended).not.toHaveBeenCalled()
    await get('/v1/me/issues').catch(() => undefined)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('escapes every part of a path', () => {
    expect(tenantPath('ess', 'issues', 'a/b')).toBe('/v1/tenants/ess/issues/a%2Fb')
  })
})
