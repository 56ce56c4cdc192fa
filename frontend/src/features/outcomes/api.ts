import { queryOptions } from '@tanstack/react-query'
import { get, tenantPath } from '@/api/client'
import { isProblem } from '@/api/problems'

export type StatementKind = 'heard' | 'done' | 'not-done' | 'you-can'

/** A post that a statement rests on. */
interface Source {
  post: string
  thread: string
  threadTitle: string
  seq: number
  name: string
  excerpt: string
}

export interface Statement {
  kind: StatementKind
  text: string
  html: string
  why: string | null
  sources: Source[]
  closedSources: number
}

export interface Edition {
  title: string
  intro: string
  introHtml: string
  lang: string
  reviewAt: string | null
  statements: Statement[]
}

export interface Outcome {
  published: Edition | null
  draft: Edition | null
  publishedVersion: number
  publishedAt: string | null
  reviewedAt: string | null
  can: { write: boolean; publish: boolean; review: boolean }
  version: number
}

export const outcomeKey = (tenant: string, issue: string) => ['outcome', tenant, issue]

/** Null for as long as there is nothing to read. */
export const outcomeQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: outcomeKey(tenant, issue),
    queryFn: async ({ signal }): Promise<Outcome | null> => {
      try {
        return await get<Outcome>(tenantPath(tenant, 'issues', issue, 'outcome'), { signal })
      } catch (error) {
        if (isProblem(error, 404)) return null
        throw error
      }
    },
  })
