/** A refusal by the server (RFC 9457). Its sentences arrive in the reader's language. */
export interface FieldProblem {
  pointer: string
  code: string
  detail: string
}

/** Where a post is that says the same already. */
export interface EarlierPost {
  thread: string
  seq: number
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  errors?: FieldProblem[]
  earlier?: EarlierPost
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldProblem[]
  readonly earlier: EarlierPost | null
  /** What somebody quotes to the help desk. */
  readonly requestId: string | null
  readonly retryAfter: number | null

  constructor(status: number, body: ProblemBody, headers: Headers) {
    super(body.code ?? `http.${String(status)}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? `http.${String(status)}`
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
    this.earlier = body.earlier ?? null
    this.requestId = headers.get('X-Request-Id')
    const seconds = Number(headers.get('Retry-After'))
    this.retryAfter = seconds > 0 ? seconds : null
  }

  /** What the server says of a refusal. What a proxy says in its place, when the server is away, is no answer of ours. */
  static async from(response: Response): Promise<Problem | NoAnswer> {
    const body = (await response.json().catch(() => ({}))) as ProblemBody
    if (response.status >= 500 && body.code === undefined) return new NoAnswer(response.url)
    return new Problem(response.status, body, response.headers)
  }
}

/** What a form still misses, seen before it is sent; null when it is whole. */
export const unfinished = (errors: FieldProblem[]): Problem | null => (errors.length > 0 ? new Problem(400, { errors }, new Headers()) : null)

/** The request never got an answer: it may or may not have been carried out. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

export const isProblem = (error: unknown, status?: number): error is Problem => error instanceof Problem && (status === undefined || error.status === status)

/** Worth trying again unchanged: no answer, too many at once, or a fault of the server. */
export const isTransient = (error: unknown): boolean => error instanceof NoAnswer || (error instanceof Problem && (error.status === 429 || error.status >= 500))

/** For `catch`: the same refusal, with its faults where the page has them. */
export const placing =
  (place: (pointer: string) => string) =>
  (error: unknown): never => {
    if (isProblem(error)) for (const one of error.errors) one.pointer = place(one.pointer)
    throw error
  }
