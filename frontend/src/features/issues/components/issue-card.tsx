import type { IssueItem } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { Count, DataBadge, StatusBadge } from '@/ui/badge'
import { IssueStateBadge } from './state-badge'

export function IssueCard(props: { issue: IssueItem; tenantName?: string; unread?: number }) {
  const { t } = useI18n()
  const written = useWritten()
  const { issue, unread = 0 } = props
  return (
    <li className="np-card">
      <div className="np-row">
        {issue.kind === 'network' ? <StatusBadge tone="neutral">{t('network-badge')}</StatusBadge> : null}
        {issue.kind === 'network' && issue.state === 'open' ? null : <IssueStateBadge state={issue.state} />}
        {props.tenantName ? <span className="np-soft np-small">{props.tenantName}</span> : null}
        <Count count={unread} label={t('unread-count', { count: unread })} />
      </div>
      <h3 dir="auto" lang={written(issue.title)}>
        <a className="np-card__link" href={addressOf(issue)}>
          {issue.title || t('issue-untitled')}
        </a>
      </h3>
      <p dir="auto" lang={written(issue.coreQuestion)}>{issue.coreQuestion}</p>
      {issue.joined && issue.joined.length > 0 ? <p className="np-soft np-small">{t('issue-with', { name: issue.joined.map(({ name }) => name).join(', ') })}</p> : null}
      {issue.terms.length > 0 ? (
        <p className="np-row">
          {issue.terms.map((term) => (
            <DataBadge key={term.id}>{term.name}</DataBadge>
          ))}
        </p>
      ) : null}
    </li>
  )
}

function addressOf({ kind, state, tenant, id }: IssueItem): string {
  if (kind === 'network') return (state === 'draft' ? paths.editNetwork : paths.network)(tenant, id)
  return (state === 'draft' ? paths.editIssue : paths.issue)(tenant, id)
}
