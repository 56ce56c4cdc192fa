import { queryOptions } from '@tanstack/react-query'
import { get, post, put, tenantPath } from '@/api/client'
import type { Agreement, AgreementForm, AgreementStanding } from '@/api/types'
import { dayOf } from '@/lib/dates'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'

const agreement = (tenant: string, issue: string, ...rest: string[]) => tenantPath(tenant, 'issues', issue, 'agreement', ...rest)

/** What the people of an issue agree on, for those who take part. */
export const agreementQuery = (tenant: string, issue: string) =>
  queryOptions({
    queryKey: ['agreement', tenant, issue],
    queryFn: ({ signal }) => get<AgreementStanding>(agreement(tenant, issue), { signal }),
  })

export const putAgreement = (tenant: string, issue: string, form: AgreementForm) => put<AgreementStanding>(agreement(tenant, issue), { body: form })
export const agree = (tenant: string, issue: string, version: number) => post<AgreementStanding>(agreement(tenant, issue, '_agree'), { body: { version } })

/** An agreement while it is written; the day is what a date field holds. */
export interface Writing {
  expectations: string
  tasks: string
  rhythm: AgreementForm['rhythm']
  endDay: string
}

export const writingOf = (now: Agreement | null): Writing => ({
  expectations: now?.expectations ?? '',
  tasks: now?.tasks ?? '',
  rhythm: now?.rhythm ?? 'fortnightly',
  endDay: now?.endsAt ? dayOf(new Date(now.endsAt)) : '',
})

/** It lasts until the end of a day, where its writer is. */
export const formOf = ({ endDay, ...rest }: Writing, version: number): AgreementForm => ({ ...rest, version, endsAt: endDay ? new Date(`${endDay}T23:59:00`).toISOString() : null })

/** It waits in this browser until it is put to everybody. */
export const keepWriting = (key: string, writing: Writing) => keepDraft(key, { text: JSON.stringify(writing), savedAt: Date.now() })
export const dropWriting = dropDraft
export const readWriting = async (key: string): Promise<Partial<Writing> | null> => {
  const kept = await readDraft(key)
  return kept ? (JSON.parse(kept.text) as Partial<Writing>) : null
}
