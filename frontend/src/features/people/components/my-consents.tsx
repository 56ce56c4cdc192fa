import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Skeleton } from '@/ui/states'
import { consentsQuery } from '../own-api'
import { AUDIENCE, KNOWN_FOR, SHOWN } from '../words'
import '../people.css'

/** What I agreed to show, under which words and when; what I took back stays a year. */
export function MyConsents() {
  const { t, locale } = useI18n()
  const { data, error } = useQuery(consentsQuery)
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="consents-title">
      <h2 id="consents-title">{t('consents-title')}</h2>
      <p>{t('consents-lead')}</p>
      {data || error ? null : <Skeleton lines={3} />}
      {error && !data ? <Alert kind="error">{t('consents-failed')}</Alert> : null}
      {data?.length === 0 ? <p>{t('consents-none')}</p> : null}
      {data && data.length > 0 ? (
        <ul role="list" className="np-stack np-stack--tight">
          {data.map((consent) => (
            <li key={`${consent.kind} ${consent.term?.id ?? consent.organisation ?? ''} ${consent.givenAt} ${consent.endedAt ?? ''}`} className="np-sheet np-look">
              <span>
                {consent.kind in KNOWN_FOR ? (
                  <>
                    {t(SHOWN[consent.kind])}: <strong dir="auto">{consent.term?.name ?? t('consents-foreign')}</strong>
                  </>
                ) : (
                  <strong>
                    {t(SHOWN[consent.kind])}
                    {consent.organisation ? (
                      <>
                        : <span dir="auto">{consent.organisation}</span>
                      </>
                    ) : null}
                  </strong>
                )}
              </span>
              <span>{t('consents-for', { audience: t(AUDIENCE[consent.audience]) })}</span>
              <span className="np-soft np-small">
                {t('consents-given', { day: longDay(locale, consent.givenAt), version: consent.version })}
                {consent.endedAt ? ` ${t('consents-ended', { day: longDay(locale, consent.endedAt) })}` : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <details className="np-fold">
        <summary>{t('consents-text')}</summary>
        <p>{t('facets-consent')}</p>
      </details>
      <p className="np-soft np-small">{t('consents-perspective')}</p>
    </section>
  )
}
