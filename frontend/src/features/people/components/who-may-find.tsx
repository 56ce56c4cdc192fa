import type { MyProfile } from '@/api/types'
import { useI18n } from '@/i18n'
import type { MyFacets } from '../api'
import { partsShown } from '../profile-api'
import { AUDIENCE, KNOWN_FOR, kindOf, SHOWN } from '../words'

/** What one shows, and to whom, in one overview. */
export function WhoMayFind({ facets, profile, change }: { facets: MyFacets; profile: MyProfile; change: string }) {
  const { t } = useI18n()
  const parts = partsShown(profile)
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="find-title">
      <h2 id="find-title">{t('facets-title')}</h2>
      {facets.hidden ? <p>{t('find-hidden')}</p> : null}
      {facets.items.length === 0 ? (
        <p>{t('find-nothing')}</p>
      ) : (
        <dl className="np-own">
          {facets.items.map(({ term, audience }) => (
            <div key={term.id}>
              <dt>
                {t(KNOWN_FOR[kindOf(term)])}: <span dir="auto">{term.name}</span>
              </dt>
              <dd>{t(AUDIENCE[audience])}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.length > 0 ? (
        <>
          <p>{t('find-parts')}</p>
          <dl className="np-own">
            {parts.map(({ part, organisation, audience }) => (
              <div key={`${part} ${organisation ?? ''}`}>
                <dt>
                  {t(SHOWN[part])}
                  {organisation ? (
                    <>
                      : <span dir="auto">{organisation}</span>
                    </>
                  ) : null}
                </dt>
                <dd>{t(AUDIENCE[audience])}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <p>{t('find-per-month', { count: facets.invitationsPerMonth })}</p>
      <p>
        <a href={change}>{t('find-change')}</a>
      </p>
      <p className="np-soft np-small">{t('seen-never')}</p>
    </section>
  )
}
