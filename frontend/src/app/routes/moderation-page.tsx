import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { whileShown } from '@/api/look-again'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { WaitingPost } from '@/api/types'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { type Part as Narrow, queueQuery, waitingPostsQuery } from '@/features/moderation/api'
import { CaseCard } from '@/features/moderation/components/case-item'
import { QueueFilter } from '@/features/moderation/components/queue-filter'
import { WaitingCard } from '@/features/moderation/components/waiting-card'
import { issueQuery } from '@/features/issues/api'
import { threadQuery } from '@/features/threads/api'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { More } from '@/ui/more'

/** What was reported and waits for whoever decides; of one conversation, of one issue, or of all. */
export default function ModerationPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const [thread, issue] = [search.get('gesprek'), search.get('opgave')]
  const part: Narrow = thread ? { thread } : issue ? { issue } : {}
  const room = useQuery({ ...threadQuery(tenant, thread ?? ''), enabled: thread !== null })
  const around = useQuery({ ...issueQuery(tenant, issue ?? ''), enabled: issue !== null && thread === null })
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('queue-title')} crumb={{ href: paths.tenant(tenant), name: t('handovers-crumb') }} lead={t('queue-lead')} />
      <p>
        <a href={paths.standardReasons(tenant)}>{t('queue-to-reasons')}</a>
      </p>
      <QueueFilter tenant={tenant} part={part} title={(thread ? room.data?.title : around.data?.title) ?? null} onChoose={(next) => setSearch('thread' in next ? { gesprek: next.thread } : {})} />
      <WaitingPosts tenant={tenant} part={part} />
      <Part tenant={tenant} part={part} decided={false} />
      <Part tenant={tenant} part={part} decided />
    </div>
  )
}

/** Posts that nobody reads before somebody let them through. */
function WaitingPosts({ tenant, part }: { tenant: string; part: Narrow }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useInfiniteQuery({ ...waitingPostsQuery(tenant, part), refetchInterval: whileShown })
  const [gone, setGone] = useState<string | null>(null)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isSuccess && items.length === 0 && !gone) return null
  const look = (why: string | null) => {
    setGone(why)
    void client.invalidateQueries({ queryKey: ['waiting-posts', tenant] })
  }
  return (
    <section className="np-stack" aria-labelledby="queue-posts">
      <h2 id="queue-posts">{t('look-queue')}</h2>
      {gone ? <Alert kind="info">{gone}</Alert> : null}
      <Loaded query={query}>
        {() =>
          items.length === 0 ? null : (
            <ul role="list" className="np-stack">
              {items.map((item) => (
                <Waits key={item.id} tenant={tenant} item={item} onDone={() => look(null)} onGone={look} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </section>
  )
}

/** One of them, in its issue: where that rests, nothing is let through. */
function Waits(props: { tenant: string; item: WaitingPost; onDone: () => void; onGone: (why: string) => void }) {
  const { data, refetch } = useQuery(issueQuery(props.tenant, props.item.issue))
  return <WaitingCard {...props} state={data?.state ?? null} onRefused={() => void refetch()} />
}

function Part({ tenant, part, decided }: { tenant: string; part: Narrow; decided: boolean }) {
  const { t, locale } = useI18n()
  const title = decided ? 'queue-decided' : 'queue-waiting'
  const query = useInfiniteQuery({ ...queueQuery(tenant, decided, part), refetchInterval: whileShown })
  return (
    <section className="np-stack" aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          // Both are of the whole organisation.
          const whole = !('thread' in part)
          const behind = decided || !whole ? 0 : (pages[0]?.behindDoors ?? 0)
          const elsewhere = whole ? pages[0]?.withInstallation : null
          return (
            <>
              {behind > 0 ? <Alert kind="info">{t('queue-behind-doors', { count: behind })}</Alert> : null}
              {elsewhere ? <Alert kind="info">{t('queue-installation', { count: elsewhere.count, day: longDay(locale, elsewhere.since) })}</Alert> : null}
              {items.length === 0 ? (
                <p>{t(decided ? 'queue-none-decided' : 'queue-none-text')}</p>
              ) : (
                <ul role="list" className="np-stack">
                  {items.map((item) => (
                    <CaseCard key={item.id} tenant={tenant} item={item} />
                  ))}
                </ul>
              )}
            </>
          )
        }}
      </Loaded>
      <More query={query} />
    </section>
  )
}
