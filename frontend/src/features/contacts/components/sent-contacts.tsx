import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { sentContactsQuery } from '../api'

/** What the reader asked here, and whether there is an answer. */
export function SentContacts({ tenant }: { tenant: string }) {
  const { t, locale } = useI18n()
  const { data: sent } = useQuery(sentContactsQuery(tenant))
  if (!sent || sent.length === 0) return null
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="sent-contacts">
      <h2 id="sent-contacts">{t('contact-own')}</h2>
      <p className="np-measure">{t('contact-own-lead')}</p>
      <ul role="list" className="np-stack np-stack--tight">
        {sent.map((one) => (
          <li key={one.id} className="np-sheet np-stack np-stack--tight">
            {one.answered ? (
              <div>
                <StatusBadge tone="success">{t('contact-own-answered')}</StatusBadge>
              </div>
            ) : null}
            <blockquote className="np-prose np-prose--plain" dir="auto">
              {one.text}
            </blockquote>
            <p className="np-soft np-small">{t('contact-own-asked', { day: longDay(locale, one.askedAt), until: longDay(locale, one.until) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
