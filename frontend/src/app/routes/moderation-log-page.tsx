import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import type { ModerationLog } from '@/api/types'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { issueEmergenciesQuery } from '@/features/emergencies/api'
import { AccessList } from '@/features/emergencies/components/access-list'
import { roomActsQuery } from '@/features/facilitating/api'
import { RoomActs } from '@/features/facilitating/components/room-acts'
import { logQuery } from '@/features/moderation/api'
import { OwnPosts } from '@/features/moderation/components/own-posts'
import { GROUND, measures } from '@/features/moderation/words'
import { threadQuery } from '@/features/threads/api'
import { useOwnKeys } from '@/features/threads/use-own-posts'
import { type Translate, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { More } from '@/ui/more'
import { EmptyState } from '@/ui/states'

type LogLine = ModerationLog['items'][number]

/** What was moderated in a conversation, for everybody who reads it. */
export default function ModerationLogPage({ tenant, thread }: { tenant: string; thread: string }) {
  const { t } = useI18n()
  const owner = useOwner()
  const keys = useOwnKeys(owner, thread)
  const room = useQuery(threadQuery(tenant, thread))
  const query = useInfiniteQuery(logQuery(tenant, thread))
  return (
    <Loaded query={room}>
      {({ title, issue, readers, me }) => (
        <div className="np-stack np-stack--loose np-measure">
          <PageHead title={t('log-title')} about={title} crumb={{ href: paths.thread(tenant, thread), name: title }} lead={t('log-lead')} />
          <Loaded query={query}>
            {({ pages }) => {
              const lines = pages.flatMap((page) => page.items)
              const own = new Set(lines.flatMap(({ own, post }) => (post && (own || keys.has(post)) ? [post] : [])))
              return (
                <>
                  {pages[0]?.canModerate ? (
                    <p>
                      <a href={paths.moderationOf(tenant, thread)}>{t('log-to-queue')}</a>
                    </p>
                  ) : null}
                  <OwnPosts tenant={tenant} owner={owner} posts={[...own].map((post) => [post, keys.get(post)] as const)} />
                  {lines.length === 0 ? (
                    <EmptyState title={t('log-none-title')}>{t('log-none-text')}</EmptyState>
                  ) : (
                    <ul role="list" className="np-stack">
                      {lines.map((line) => (
                        <Line key={line.id} href={line.about === 'issue' ? paths.issue(tenant, issue) : paths.thread(tenant, thread, line.seq ?? undefined)} line={line} />
                      ))}
                    </ul>
                  )}
                </>
              )
            }}
          </Loaded>
          <More query={query} />
          <Acts tenant={tenant} thread={thread} />
          {readers === 'participants' && me ? <Emergencies tenant={tenant} issue={issue} thread={thread} /> : null}
        </div>
      )}
    </Loaded>
  )
}

/** How the conversation was led. */
function Acts({ tenant, thread }: { tenant: string; thread: string }) {
  const { t } = useI18n()
  const query = useInfiniteQuery(roomActsQuery(tenant, thread))
  return (
    <section className="np-stack" aria-labelledby="room-acts-title">
      <h2 id="room-acts-title">{t('room-acts-title')}</h2>
      <Loaded query={query}>{({ pages }) => <RoomActs acts={pages.flatMap((page) => page.items)} />}</Loaded>
      <More query={query} />
    </section>
  )
}

/** Who read this conversation in an emergency. */
function Emergencies({ tenant, issue, thread }: { tenant: string; issue: string; thread: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(issueEmergenciesQuery(tenant, issue))
  return (
    <section className="np-stack" aria-labelledby="noodtoegang">
      <h2 id="noodtoegang">{t('room-emergencies')}</h2>
      <Loaded query={query}>{({ items }) => <AccessList tenant={tenant} list={{ items: items.filter(({ readings }) => readings.some((one) => one.thread === thread)) }} onChanged={() => void client.invalidateQueries({ queryKey: ['emergencies', tenant] })} />}</Loaded>
    </section>
  )
}

function nameOf(t: Translate, { about, name, seq }: LogLine): string {
  const number = seq ?? ''
  if (about === 'issue') return t('log-issue-of-room')
  if (about === 'title') return t('log-title-of-room')
  return name ? t('log-post-of', { number, name }) : t('log-post', { number })
}

function Line({ href, line }: { href: string; line: LogLine }) {
  const { t, locale } = useI18n()
  const { byInstallation, fromOutside, ground, rule } = line
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h2 className="np-h3">
        <a href={href}>{nameOf(t, line)}</a>
      </h2>
      <p className="np-soft">{longDay(locale, line.decidedAt)}</p>
      {measures(t, locale, line).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {ground ? (
        <p dir="auto">
          {t(GROUND[ground])}: {rule}
        </p>
      ) : null}
      {fromOutside && line.act !== 'looked' ? <p className="np-soft np-small">{t(byInstallation ? 'log-from-installation' : 'log-from-outside')}</p> : null}
    </li>
  )
}
