import { queryOptions } from '@tanstack/react-query'
import { get, put, tenantPath } from '@/api/client'
import type { RoomSummary, SummaryVersion } from '@/api/types'

/** What was said in a conversation so far, on top of it. */
export const summaryQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['summary', tenant, thread],
    queryFn: ({ signal }) => get<RoomSummary>(tenantPath(tenant, 'threads', thread, 'summary'), { signal }),
  })

/** All of its versions, the newest first. */
export const summaryVersionsQuery = (tenant: string, thread: string) =>
  queryOptions({
    queryKey: ['summary-versions', tenant, thread],
    queryFn: ({ signal }) => get<{ items: SummaryVersion[] }>(tenantPath(tenant, 'threads', thread, 'summary', 'versions'), { signal }).then(({ items }) => items),
  })

export const writeSummary = (tenant: string, thread: string, body: string, version: number) => put<RoomSummary>(tenantPath(tenant, 'threads', thread, 'summary'), { body: { body }, ifMatch: `"${String(version)}"` })
