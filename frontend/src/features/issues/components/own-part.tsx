import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Issue, Me } from '@/api/types'
import { useI18n } from '@/i18n'
import { namesPeople } from '@/lib/regimes'
import { Button } from '@/ui/button'
import { ownPartQuery } from '../api'
import { spokenAs } from '../words'
import { ChangePart } from './change-part'
import '../issues.css'

interface OwnPartProps {
  tenant: string
  issue: Issue
  memberships: Me['memberships']
  /** What else one can do about taking part. */
  children?: ReactNode
}

/** How the reader takes part: what others see of it, and the perspective that only the reader knows. */
export function OwnPart({ tenant, issue, memberships, children }: OwnPartProps) {
  const { t } = useI18n()
  const [changing, setChanging] = useState(false)
  const { data: part } = useQuery(ownPartQuery(tenant, issue.id))
  if (!part) return null
  const perspective = issue.perspectives.find((one) => one.id === part.perspective)
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="own-part">
      <h2 id="own-part">{t('own-part-title')}</h2>
      <dl className="np-facts">
        {namesPeople(issue.regime) ? (
          <>
            <dt>{t('own-part-name')}</dt>
            <dd dir="auto">{part.name}</dd>
          </>
        ) : null}
        <dt>{t('own-part-capacity')}</dt>
        <dd>
          <bdi>{spokenAs(t, part.capacity, part.organisationName ?? '')}</bdi>
        </dd>
        {issue.perspectives.length > 0 ? (
          <>
            <dt>{t('own-part-perspective')}</dt>
            <dd dir="auto">{perspective?.name ?? t('own-part-none')}</dd>
          </>
        ) : null}
      </dl>
      <p className="np-soft np-small">{t('own-part-hint')}</p>
      <div className="np-row">
        <Button onClick={() => setChanging(true)}>{t('own-part-change')}</Button>
        {children}
      </div>
      {changing ? <ChangePart tenant={tenant} issue={issue} part={part} memberships={memberships} onClose={() => setChanging(false)} /> : null}
    </section>
  )
}
