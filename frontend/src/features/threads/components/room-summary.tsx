import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { realtime } from '@/api/realtime'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { ServerHtml } from '@/ui/html'
import { summaryQuery } from '../summary-api'

/** What was said so far, on top of a conversation; nothing where nobody wrote that. */
export function RoomSummaryOnTop({ tenant, thread, lastChange }: { tenant: string; thread: Thread; lastChange: number | null }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(summaryQuery(tenant, thread.id))
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: summaryQuery(tenant, thread.id).queryKey })
    return realtime().subscribe(`thread:${thread.id}`, lastChange, { onEvent: ({ kind }) => (kind === 'room.summarised' ? ask() : undefined), onServed: ask })
  }, [client, tenant, thread.id, lastChange])
  if (!data?.writtenAt) return null
  return (
    <section className="np-stands-out" aria-labelledby="summary-title">
      <h2 id="summary-title">{t('summary-title')}</h2>
      <ServerHtml html={data.html} />
      <p className="np-soft np-small">
        {t('summary-when', { version: data.version, moment: fullMoment(locale, data.writtenAt) })} <a href={paths.summary(tenant, thread.id)}>{t('summary-more')}</a>
      </p>
    </section>
  )
}
