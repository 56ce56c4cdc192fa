import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { friendlyMoment, longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import type { Notification } from '../api'
import { saidOf, STATE } from '../words'
import '../notifications.css'

interface Props {
  notification: Notification
  now: Date
  /** Its link was followed. */
  onSeen: (id: string) => void
}

/** What happened, where, and why its reader is told. */
export function NotificationCard({ notification, now, onSeen }: Props) {
  const { t, locale } = useI18n()
  const { link, name, reasonAbout, seen, state, until } = notification
  const title = link.threadTitle ?? link.productTitle ?? link.issueTitle ?? link.tenantName
  const said = saidOf(notification)
  const what = t(said.what)
  return (
    <li className={`np-card${seen ? '' : ' np-notification--new'}`}>
      <p className="np-row">
        {seen ? null : <StatusBadge tone="warning">{t('notification-new')}</StatusBadge>}
        <strong>{name && !until ? t('notification-name', { what, name }) : what}</strong>
        <time className="np-soft np-small" dateTime={notification.createdAt}>
          {friendlyMoment(locale, notification.createdAt, now)}
        </time>
      </p>
      <h3 dir="auto">
        <a className="np-card__link" href={address(notification)} onClick={() => (seen ? undefined : onSeen(notification.id))}>
          {title}
        </a>
      </h3>
      {state && notification.kind === 'issue-moved' ? <p>{t('notification-state', { state: t(STATE[state]) })}</p> : null}
      {until ? <p>{name ? t('notification-part-until-of', { name, day: longDay(locale, until) }) : t('notification-part-until', { day: longDay(locale, until) })}</p> : null}
      {notification.stateReason ? <p dir="auto">{notification.stateReason}</p> : null}
      <p className="np-soft np-small">
        {reasonAbout ? t('notification-why-about', { why: t(said.why), name: reasonAbout }) : t('notification-why', { why: t(said.why) })} {link.tenantName}
      </p>
    </li>
  )
}

function address({ kind, link, reason }: Notification): string {
  if (kind === 'waves-ended' && link.issue) return `${paths.invite(link.tenant, link.issue)}#golven`
  if ((kind === 'hand-raised' || kind === 'hand-objected' || kind === 'hand-late') && link.issue) return `${paths.invite(link.tenant, link.issue)}#handen`
  if ((kind === 'agreement-put' || kind === 'agreement-ended') && link.issue) return paths.agreement(link.tenant, link.issue)
  if (kind === 'talk-ended' && link.issue) return paths.network(link.tenant, link.issue)
  if ((kind === 'network-turned' || kind === 'network-merging' || kind.startsWith('tie-') || kind.startsWith('talk-')) && link.issue) return paths.networkAhead(link.tenant, link.issue)
  if (kind === 'evaluation-asked' && link.issue) return paths.orientation(link.tenant, link.issue)
  if ((kind === 'network-quiet' || kind === 'network-rules' || kind === 'nomination-asked') && link.issue) return paths.network(link.tenant, link.issue)
  if (kind.startsWith('orientation-') && link.issue) return paths.networkMembers(link.tenant, link.issue)
  if (kind === 'emergency-opened' && link.issue) return paths.emergencyLog(link.tenant, link.issue)
  if (kind === 'part-ends' && reason === 'you-facilitate' && link.issue) return `${paths.issue(link.tenant, link.issue)}#deelnemers`
  if (kind === 'hold-ends-soon') return paths.holds(link.tenant)
  if (kind.startsWith('emergency-')) return paths.emergencies(link.tenant)
  if (link.invitation) return paths.invitation(link.invitation)
  if (kind === 'contact-asked') return paths.contacts()
  if (kind === 'handover-offered' || kind === 'handover-answered') return paths.handovers(link.tenant)
  if (kind === 'report-waiting' || kind === 'appeal-waiting' || kind === 'post-waiting') return paths.moderation(link.tenant)
  if (kind === 'report-received' || kind === 'report-decided' || kind === 'post-moderated' || kind === 'appeal-answered') return paths.moderated()
  if (kind.startsWith('join-')) return paths.joins(link.tenant)
  // The note stands above what was said.
  if (kind === 'speak-invited' && link.thread) return paths.thread(link.tenant, link.thread, 0)
  if (link.thread) return paths.thread(link.tenant, link.thread, link.seq)
  if (link.product) return paths.product(link.tenant, link.product)
  return link.issue ? paths.issue(link.tenant, link.issue) : paths.tenant(link.tenant)
}
