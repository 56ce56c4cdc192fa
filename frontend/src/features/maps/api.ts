import { queryOptions } from '@tanstack/react-query'
import { get, put, tenantPath } from '@/api/client'
import type { ActorMap, ActorMapForm } from '@/api/types'

const map = (tenant: string, issue: string) => tenantPath(tenant, 'issues', issue, 'actor-map')

/** Which positions there are in the debate about an issue, for those who take part. */
export const actorMapQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['actor-map', tenant, issue],
    queryFn: ({ signal }) => get<ActorMap>(map(tenant, issue), { signal }),
  })

export const saveActorMap = (tenant: string, issue: string, form: ActorMapForm, version: number) => put<ActorMap>(map(tenant, issue), { body: form, ifMatch: `"${String(version)}"` })
