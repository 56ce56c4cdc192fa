import { useSession } from '@/api/session'
import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { FollowTerms } from './follow-terms'

/** Below something that one read: hear of more like it. Only for who is signed in, and only when there is something to follow. */
export function FollowSection({ terms }: { terms: readonly Term[] }) {
  const { t } = useI18n()
  const me = useSession()
  if (!me || !terms.some((term) => term.kind !== 'expertise')) return null
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-labelledby="follow-section-title">
      <h2 id="follow-section-title">{t('follow-more-title')}</h2>
      <p className="np-soft np-small">{t('follow-more-text')}</p>
      <FollowTerms terms={terms} />
    </section>
  )
}
