import { isProblem, NoAnswer, Problem } from './problems'

type Query = Record<string, string | number | boolean | null | undefined>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Options {
  query?: Query
  body?: unknown
  /** The version that an edit starts from (`ETag` of the read). */
  ifMatch?: string
  /** Makes a repeated POST the same POST; keep it for the retry. */
  idempotencyKey?: string
  /** Shows that a post without an author is one's own: the key that it was sent with. */
  postKey?: string | undefined
  signal?: AbortSignal
  /** After so many milliseconds it counts as no answer. */
  timeout?: number
  /** Lets the request outlive the page. */
  keepalive?: boolean
}

export interface Reply<T> {
  data: T
  etag: string | null
}

/** What the frame does when a session has ended; set once, by app/providers. */
let sessionEnded: () => void = () => undefined
export function onSessionEnded(handler: () => void): void {
  sessionEnded = handler
}

/** Whether what is changed here may go out with the session that the browser has now; set once, by api/session. */
let mayAct: () => boolean | Promise<boolean> = () => true
export function onlyIf(asked: () => boolean | Promise<boolean>): void {
  mayAct = asked
}

/** Why nothing was sent: the browser is somebody else's by now. */
export const OF_ANOTHER = 'session.of_another'

/** A list may come from a copy that is some moments behind: after a change one wants the newest, for so long. */
const NEWEST_FOR = 10_000
let newestUntil = 0
export function somethingChanged(): void {
  newestUntil = Date.now() + NEWEST_FOR
}

export const newIdempotencyKey = (): string => crypto.randomUUID()

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === null || value === undefined || value === '' ? [] : [[key, String(value)]]))
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs).toString()}` : path
}

function headers(method: Method, options: Options): Headers {
  const made = new Headers({ Accept: 'application/json', 'Accept-Language': document.documentElement.lang })
  if (options.body !== undefined && !(options.body instanceof FormData)) made.set('Content-Type', 'application/json')
  if (method === 'GET' && Date.now() < newestUntil) made.set('Cache-Control', 'no-cache')
  if (options.ifMatch) made.set('If-Match', options.ifMatch)
  if (options.idempotencyKey) made.set('Idempotency-Key', options.idempotencyKey)
  if (options.postKey) made.set('Post-Key', options.postKey)
  return made
}

function payload(body: unknown): BodyInit | null {
  if (body === undefined) return null
  return body instanceof FormData ? body : JSON.stringify(body)
}

async function exchange(method: Method, path: string, options: Options): Promise<Response> {
  try {
    return await fetch(address(path, options.query), {
      method,
      headers: headers(method, options),
      body: payload(options.body),
      signal: options.signal ?? (options.timeout === undefined ? null : AbortSignal.timeout(options.timeout)),
      keepalive: options.keepalive ?? false,
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new NoAnswer(path, { cause })
  }
}

/** One request to the API. Throws `Problem` when refused and `NoAnswer` when nothing came back. */
export async function request<T>(method: Method, path: string, options: Options = {}): Promise<Reply<T>> {
  if (method !== 'GET') {
    // What is sent while the page goes does not get another turn.
    const may = mayAct()
    if (may !== true && !(await may)) throw new Problem(401, { code: OF_ANOTHER }, new Headers())
  }
  const response = await exchange(method, path, options)
  if (!response.ok) {
    const problem = await Problem.from(response)
    if (isProblem(problem, 401) && path !== '/v1/me') sessionEnded()
    throw problem
  }
  if (method !== 'GET') somethingChanged()
  const text = response.status === 204 ? '' : await response.text()
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') }
}

export const get = async <T>(path: string, options?: Options): Promise<T> => (await request<T>('GET', path, options)).data
export const post = async <T>(path: string, options?: Options): Promise<T> => (await request<T>('POST', path, options)).data
export const put = async <T>(path: string, options?: Options): Promise<T> => (await request<T>('PUT', path, options)).data
export const remove = async (path: string, options?: Options): Promise<void> => void (await request('DELETE', path, options))

/** `/v1/tenants/{tenant}/…` with every part escaped. */
export const tenantPath = (tenant: string, ...parts: string[]): string => ['/v1/tenants', ...[tenant, ...parts].map(encodeURIComponent)].join('/')
