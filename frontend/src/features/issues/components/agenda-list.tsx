import type { IssueItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { agendaOf } from '../agenda'
import { AGENDA } from '../words'
import { IssueStateBadge } from './state-badge'

/** What waits for a convener, group by group. */
export function AgendaList(props: { issues: readonly IssueItem[] }) {
  const { t } = useI18n()
  return (
    <>
      {agendaOf(props.issues, new Date()).map(([group, issues]) => (
        <section key={group} className="np-stack np-stack--tight np-wide-measure">
          <h2>{t(AGENDA[group].title)}</h2>
          <p className="np-soft">{t(AGENDA[group].hint)}</p>
          <AgendaRows issues={issues} />
        </section>
      ))}
    </>
  )
}

function AgendaRows(props: { issues: readonly IssueItem[]; tenantName?: string }) {
  const { t, locale } = useI18n()
  const written = useWritten()
  return (
    <ul role="list" className="np-stack np-stack--tight">
      {props.issues.map((issue) => (
        <li key={issue.id} className="np-sheet np-stack np-stack--tight">
          <h3 dir="auto" lang={written(issue.title)}>
            <a href={paths.issue(issue.tenant, issue.id)}>{issue.title || t('issue-untitled')}</a>
          </h3>
          <p dir="auto" lang={written(issue.coreQuestion)}>{issue.coreQuestion}</p>
          <p className="np-row np-soft np-small">
            <IssueStateBadge state={issue.state} />
            <span>{t('agenda-since', { day: longDay(locale, issue.stateAt) })}</span>
            {props.tenantName ? <span>{props.tenantName}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
