import { useQueries } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { decisionsAboutQuery } from '../api'
import { DecisionCard } from './decision-card'

interface Props {
  tenant: string
  owner: string
  /** Posts about which something was decided, each with its key where the room has no authors. */
  posts: readonly (readonly [post: string, key: string | undefined])[]
}

/** What was decided about posts of which only their writer knows that they are theirs, why, and what one can do now. */
export function OwnPosts({ tenant, owner, posts }: Props) {
  const { t } = useI18n()
  const queries = useQueries({ queries: posts.map(([post, key]) => decisionsAboutQuery(tenant, post, key)) })
  const found = queries.flatMap(({ data, refetch }, place) => (data ?? []).map((decision) => ({ decision, refetch, key: posts[place]?.[1] })))
  if (found.length === 0) return null
  return (
    <section className="np-stack" aria-labelledby="log-own">
      <h2 id="log-own">{t('moderated-decisions')}</h2>
      <p className="np-soft np-measure">{t('log-own-hint')}</p>
      <ul role="list" className="np-stack">
        {found.map(({ decision, refetch, key }) => (
          <DecisionCard key={decision.id} decision={decision} owner={owner} postKey={key} onChanged={() => void refetch()} />
        ))}
      </ul>
    </section>
  )
}
