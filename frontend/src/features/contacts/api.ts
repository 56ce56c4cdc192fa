import { queryOptions } from '@tanstack/react-query'
import { get, post, tenantPath } from '@/api/client'
import type { TenantRole } from '@/api/types'

/** What one asked, and whether there is an answer: a "no" is none. */
export interface SentContact {
  id: string
  text: string
  askedAt: string
  until: string
  answered: boolean
}

/** Somebody asks the reader for contact. */
export interface Contact {
  id: string
  name: string
  role?: TenantRole | null
  tenant: string
  tenantName: string
  issue?: string | null
  issueTitle?: string | null
  text: string
  askedAt: string
  until: string
}

export type Never = 'person' | 'organisation'

export const sentContactsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['sent-contacts', tenant],
    queryFn: ({ signal }) => get<{ items: SentContact[] }>(tenantPath(tenant, 'contact-requests'), { signal }).then((list) => list.items),
  })

export const askForContact = (tenant: string, form: { person: string; issue?: string; text: string }, idempotencyKey: string) =>
  post<SentContact>(tenantPath(tenant, 'contact-requests'), { body: form, idempotencyKey })

export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }) => get<{ items: Contact[] }>('/v1/me/contact-requests', { signal }).then((list) => list.items),
})

const act = (contact: string, verb: string) => `/v1/me/contact-requests/${encodeURIComponent(contact)}/${verb}`

export const answerContact = (contact: string, form: { text: string; shareAddress: boolean; issue?: string }) => post<undefined>(act(contact, '_answer'), { body: form })

export const refuseContact = (contact: string, never: Never | null) => post<undefined>(act(contact, '_refuse'), { body: never ? { never } : {} })
