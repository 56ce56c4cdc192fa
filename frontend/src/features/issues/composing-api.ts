import { queryOptions } from '@tanstack/react-query'
import { get, post, remove, request, tenantPath } from '@/api/client'
import type { Briefing, IssueTemplate, IssueTemplates } from '@/api/types'

/** What an issue may begin with, for who writes it: ours by kind, and what the organisation keeps. */
export const templatesQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['issue-templates', tenant, issue],
    queryFn: ({ signal }) => get<IssueTemplates>(tenantPath(tenant, 'issues', issue, 'templates'), { signal }),
    staleTime: 60_000,
  })

export const keepTemplate = (tenant: string, issue: string, name: string, idempotencyKey: string) => post<IssueTemplate>(tenantPath(tenant, 'issue-templates'), { body: { name, issue }, idempotencyKey })
export const removeTemplate = (tenant: string, template: string) => remove(tenantPath(tenant, 'issue-templates', template))

const briefings = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'briefings', ...rest)

/** Who should know of it before people are asked; for those who run it. */
export const briefingsQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['briefings', tenant, issue],
    queryFn: ({ signal }) => get<{ items: Briefing[] }>(briefings(tenant, issue), { signal }).then((list) => list.items),
  })

export const nameBriefing = (tenant: string, issue: string, name: string, idempotencyKey: string) => post<Briefing>(briefings(tenant, issue), { body: { name }, idempotencyKey })
export const tickBriefing = (tenant: string, issue: string, line: Briefing, toldAt: string | null) =>
  request<Briefing>('PATCH', briefings(tenant, issue, line.id), { body: { toldAt }, ifMatch: `"${String(line.version)}"` }).then((reply) => reply.data)
export const strikeBriefing = (tenant: string, issue: string, line: string) => remove(briefings(tenant, issue, line))
