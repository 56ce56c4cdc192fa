import { queryOptions } from '@tanstack/react-query'
import { get, post, request, tenantPath } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { OutcomeForm, OutcomeView, Post, PostPage } from '@/api/types'

export type Outcome = OutcomeView
export type Edition = NonNullable<Outcome['published']>
export type Statement = Edition['statements'][number]
export type StatementKind = Statement['kind']
/** A post that a statement rests on. */
export type Source = Statement['sources'][number]

const outcomePath = (tenant: string, issue: string, ...act: string[]) => tenantPath(tenant, 'issues', issue, 'outcome', ...act)

export const outcomeKey = (tenant: string, issue: string) => ['outcome', tenant, issue]

/** Null for as long as there is nothing to read. */
export const outcomeQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: outcomeKey(tenant, issue),
    queryFn: async ({ signal }): Promise<Outcome | null> => {
      try {
        return await get<Outcome>(outcomePath(tenant, issue), { signal })
      } catch (error) {
        if (isProblem(error, 404)) return null
        throw error
      }
    },
  })

export const saveOutcome = (tenant: string, issue: string, form: OutcomeForm, version: number) =>
  request<Outcome>('PUT', outcomePath(tenant, issue), { body: form, ifMatch: `"${String(version)}"` }).then((reply) => reply.data)

/** Publishes what was seen last, and closes the issue with it. */
export const publishOutcome = (tenant: string, issue: string, version: number, quotingAgreed: boolean) =>
  post<Outcome>(outcomePath(tenant, issue, '_publish'), { body: { version, quotingAgreed } })

export const reviewOutcome = (tenant: string, issue: string, found: { text: string; reviewAt: string | null }) => post<Outcome>(outcomePath(tenant, issue, '_reviewed'), { body: found })

/** All that was said in a room, to choose from. */
export const roomPostsQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['room-posts', tenant, thread],
    queryFn: async ({ signal }): Promise<Post[]> => {
      const posts: Post[] = []
      for (let after = 0; ; ) {
        const page = await get<PostPage>(tenantPath(tenant, 'threads', thread, 'posts'), { query: { after, limit: 100 }, signal })
        posts.push(...page.items.filter((one) => !one.withdrawn))
        const last = page.items.at(-1)
        if (!page.hasAfter || !last) return posts
        after = last.seq
      }
    },
  })
