import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { friendlyMoment } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import type { Notification } from '../api'
import { WHAT, WHY } from '../words'

/** What happened, where, and why its reader is told. */
export function NotificationCard({ notification, now }: { notification: Notification; now: Date }) {
  const { t, locale } = useI18n()
  const { link, reasonAbout } = notification
  const title = link.threadTitle ?? link.productTitle ?? link.issueTitle ?? link.tenantName
  return (
    <li className="np-card">
      <p className="np-row">
        {notification.seen ? null : <StatusBadge tone="warning">{t('notification-new')}</StatusBadge>}
        <strong>{t(WHAT[notification.kind])}</strong>
        <time className="np-soft np-small" dateTime={notification.createdAt}>
          {friendlyMoment(locale, notification.createdAt, now)}
        </time>
      </p>
      <h3 dir="auto">
        <a className="np-card__link" href={address(notification)}>
          {title}
        </a>
      </h3>
      {notification.stateReason ? <p dir="auto">{notification.stateReason}</p> : null}
      <p className="np-soft np-small">{reasonAbout ? t('notification-why-about', { why: t(WHY[notification.reason]), name: reasonAbout }) : t('notification-why', { why: t(WHY[notification.reason]) })}</p>
    </li>
  )
}

function address({ link }: Notification): string {
  if (link.thread) return paths.thread(link.tenant, link.thread, link.seq)
  if (link.product) return paths.product(link.tenant, link.product)
  return link.issue ? paths.issue(link.tenant, link.issue) : paths.tenant(link.tenant)
}
