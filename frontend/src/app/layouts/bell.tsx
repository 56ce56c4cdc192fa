import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { lookAgain } from '@/api/look-again'
import { realtime } from '@/api/realtime'
import { notificationsKey, unreadQuery } from '@/features/notifications/api'
import { useI18n } from '@/i18n'
import { Count } from '@/ui/badge'
import { Icon } from '@/ui/icon'
import { paths } from '../paths'

/** How many notifications wait; the socket says when to look again. */
export function Bell() {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(unreadQuery)
  useEffect(() => {
    const look = () => void lookAgain(client, notificationsKey)
    return realtime().subscribe('me', null, { onEvent: look, onRefresh: look })
  }, [client])
  const unread = data?.unread ?? 0
  return (
    <a className="utrecht-button utrecht-button--subtle np-header__icon np-header__bell" href={paths.notifications()}>
      <Icon name="bell" />
      <span className="np-hidden">{t('notifications-title')}</span>
      <Count count={unread} label={t('notifications-unread', { count: unread })} />
    </a>
  )
}
