import { useQuery } from '@tanstack/react-query'
import type { Issue } from '@/api/types'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'

interface Props {
  tenant: string
  issue: Pick<Issue, 'state' | 'answerBy' | 'can'>
  now: Date
}

/** By when a proposal has its answer; to whoever wrote it, once that day has passed, whom to call. */
export function IssueAnswer({ tenant, issue, now }: Props) {
  const { t, locale } = useI18n()
  const { data } = useQuery({ ...tenantQuery(tenant), enabled: issue.state === 'proposed' })
  if (issue.state !== 'proposed') return null
  const organisation = data?.data
  const promise = issue.answerBy && organisation ? { day: longDay(locale, issue.answerBy), organisation: organisation.name } : undefined
  if (issue.can.manage) return promise ? <p>{t('issue-answer-promised', promise)}</p> : null
  const isLate = issue.answerBy ? new Date(issue.answerBy) < now : false
  if (isLate && promise && organisation) {
    return (
      <Alert kind="warning">
        <p>{t('issue-answer-late', promise)}</p>
        <p>
          {organisation.contactPhone ? <a href={`tel:${organisation.contactPhone.replaceAll(/[^+\d]/g, '')}`}>{organisation.contactPhone}</a> : null} <a href={`mailto:${organisation.contactEmail}`}>{organisation.contactEmail}</a>
        </p>
      </Alert>
    )
  }
  return (
    <Alert kind="info">
      <p>{t('issue-proposed-waits')}</p>
      {promise ? <p>{t('issue-answer-by', promise)}</p> : null}
    </Alert>
  )
}
