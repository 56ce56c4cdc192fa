import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { notificationsKey, notificationsQuery, seeNotifications } from '@/features/notifications/api'
import { NotificationCard } from '@/features/notifications/components/notification-card'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { More } from '@/ui/more'
import { EmptyState } from '@/ui/states'
import { toast } from '@/ui/toast'

export default function NotificationsPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useInfiniteQuery(notificationsQuery)
  // The page changes meanwhile: when this does not arrive, the line stays new.
  const see = (id: string) => {
    seeNotifications({ ids: [id] }).then(
      () => void client.invalidateQueries({ queryKey: notificationsKey }),
      () => undefined,
    )
  }
  return (
    <div className="np-stack">
      <PageHead title={t('notifications-title')} lead={t('notifications-lead')}>
        <p>
          <a href={paths.preferences()}>{t('notifications-settings')}</a>
        </p>
      </PageHead>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return (
              <EmptyState title={t('notifications-none-title')} action={<a href={paths.overview()}>{t('home-to-overview')}</a>}>
                {t('notifications-none-text')}
              </EmptyState>
            )
          }
          const now = new Date()
          return (
            <>
              {(pages[0]?.unread ?? 0) > 0 ? <SeeAll unread={pages[0]?.unread ?? 0} /> : null}
              <h2 className="np-hidden">{t('notifications-list')}</h2>
              <ul role="list" className="np-stack np-measure">
                {items.map((notification) => (
                  <NotificationCard key={notification.id} notification={notification} now={now} onSeen={see} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function SeeAll({ unread }: { unread: number }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const see = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await seeNotifications()
      await client.invalidateQueries({ queryKey: notificationsKey })
      toast(t('notifications-seen'))
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="np-stack np-stack--tight">
      {failed ? <Alert kind="error">{t('notifications-see-failed')}</Alert> : null}
      <div className="np-row">
        <span>{t('notifications-unread', { count: unread })}</span>
        <Button busy={busy} onClick={() => void see()}>
          {t('notifications-see-all')}
        </Button>
      </div>
    </div>
  )
}
