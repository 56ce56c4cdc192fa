import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import type { Join, MyTask, WaitingHandover, WaitingHands } from '@/api/types'
import { longDay } from '@/lib/dates'
import type { MyInvitation, Waiting } from '../api'

/** What was reported in an organisation, and the reader may decide about. */
export interface WaitingReports {
  tenant: string
  tenantName: string
  count: number
  /** There is more than is counted. */
  isMore: boolean
  /** The oldest of them. */
  since: string
}

interface Props {
  invitations: readonly MyInvitation[]
  hands: readonly WaitingHands[]
  joins: readonly Join[]
  handovers: readonly WaitingHandover[]
  tasks: readonly MyTask[]
  reports: readonly WaitingReports[]
  waiting: Waiting
}

const LINGERS = {
  'end-passed': 'waiting-lingers-end-passed',
  unconcluded: 'waiting-lingers-unconcluded',
  silent: 'waiting-lingers-silent',
  paused: 'waiting-lingers-paused',
} as const satisfies Record<Waiting['lingering'][number]['why'], string>

/** What waits for an answer or a decision, the invitations first. */
export function WaitingList({ invitations, hands, joins, handovers, tasks, reports, waiting }: Props) {
  const { t, locale } = useI18n()
  if (invitations.length + hands.length + joins.length + handovers.length + tasks.length + reports.length + waiting.proposals.length + waiting.reviews.length + waiting.lingering.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('waiting-title')}</h2>
      <ul role="list" className="np-stack np-stack--tight np-wide-measure">
        {invitations.map((invitation) => (
          <Row
            key={invitation.token}
            href={paths.invitation(invitation.token)}
            kind={t('waiting-invitation')}
            title={invitation.title ?? invitation.organisation}
            about={t('waiting-invitation-about', { inviter: invitation.inviter, organisation: invitation.organisation, day: longDay(locale, invitation.expiresAt) })}
          />
        ))}
        {hands.map(({ tenant, tenantName, issue, title, count, answerBy }) => (
          <Row
            key={issue}
            href={paths.invite(tenant, issue)}
            kind={t('waiting-hands', { count })}
            title={title || t('issue-untitled')}
            about={t('waiting-hands-about', { organisation: tenantName, day: longDay(locale, answerBy) })}
          />
        ))}
        {joins.map((join) => {
          const [own, other] = join.side === 'owner' ? [join.owner, join.joiner] : [join.joiner, join.owner]
          return <Row key={join.id} href={paths.joins(own.slug)} kind={t('waiting-join')} title={t('waiting-join-title', { issue: join.title })} about={t('waiting-join-about', { name: other.name, organisation: own.name, day: longDay(locale, join.askedAt) })} />
        })}
        {handovers.map(({ id, tenant, tenantName, name, offeredAt }) => (
          <Row key={id} href={paths.handovers(tenant)} kind={t('waiting-handover')} title={t('handover-from', { name })} about={t('waiting-handover-about', { organisation: tenantName, day: longDay(locale, offeredAt) })} />
        ))}
        {tasks.map(({ id, tenant, thread, seq, what, forRunners, issueTitle, dueAt }) => (
          <Row key={id} href={paths.thread(tenant, thread, seq)} kind={t(forRunners ? 'waiting-task-runners' : 'waiting-task')} title={what} about={dueAt ? t('waiting-task-about-day', { issue: issueTitle, day: longDay(locale, dueAt) }) : t('waiting-task-about', { issue: issueTitle })} />
        ))}
        {reports.map(({ tenant, tenantName, count, isMore, since }) => (
          <Row
            key={tenant}
            href={paths.moderation(tenant)}
            kind={t('waiting-reports')}
            title={t(isMore ? 'waiting-reports-more' : 'waiting-reports-title', { count })}
            about={t('waiting-reports-about', { organisation: tenantName, day: longDay(locale, since) })}
          />
        ))}
        {waiting.proposals.map((issue) => (
          <Row
            key={issue.issue}
            href={paths.issue(issue.tenant, issue.issue)}
            kind={t('waiting-proposal')}
            title={issue.title || t('issue-untitled')}
            about={t('waiting-proposal-about', { organisation: issue.tenantName, day: longDay(locale, issue.answerBy ?? issue.since) })}
          />
        ))}
        {waiting.reviews.map((issue) => (
          <Row
            key={issue.issue}
            href={paths.issue(issue.tenant, issue.issue)}
            kind={t('waiting-review')}
            title={issue.title}
            about={t('waiting-review-about', { organisation: issue.tenantName, day: longDay(locale, issue.since) })}
          />
        ))}
        {waiting.lingering.map(({ issue, tenant, tenantName, title, why, since }) => (
          <Row key={issue} href={paths.issue(tenant, issue)} kind={t('waiting-lingers')} title={title} about={t(LINGERS[why], { organisation: tenantName, day: longDay(locale, since) })} />
        ))}
      </ul>
    </section>
  )
}

function Row(props: { href: string; kind: string; title: string; about: string }) {
  return (
    <li className="np-card np-waiting">
      <p>
        <strong>{props.kind}</strong>
      </p>
      <h3 dir="auto">
        <a className="np-card__link" href={props.href}>
          {props.title}
        </a>
      </h3>
      <p className="np-soft np-small">{props.about}</p>
    </li>
  )
}
