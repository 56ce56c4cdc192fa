import { queryOptions } from '@tanstack/react-query'
import { get, post, put, tenantPath } from '@/api/client'
import type { Agreement, AgreementForm, AgreementStanding } from '@/api/types'
import { dayOn, endOfDay } from '@/lib/dates'

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
  /** The version started from; nought when there was none. */
  version: number
  expectations: string
  tasks: string
  rhythm: AgreementForm['rhythm']
  endDay: string
}

export const writingOf = (now: Agreement | null): Writing => ({
  version: now?.version ?? 0,
  expectations: now?.expectations ?? '',
  tasks: now?.tasks ?? '',
  rhythm: now?.rhythm ?? 'fortnightly',
  endDay: dayOn(now?.endsAt),
})

/** It lasts until the end of a day. */
export const formOf = ({ endDay, ...rest }: Writing): AgreementForm => ({ ...rest, endsAt: endOfDay(endDay) })
