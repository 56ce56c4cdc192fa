import type { MyProfile } from '@/api/types'
import { useI18n } from '@/i18n'
import type { Audience, MyFacets } from '../api'
import { partsShown } from '../profile-api'
import { KNOWN_FOR, kindOf, SHOWN } from '../words'

/** From the widest circle to the narrowest. */
const CIRCLES = [
  ['platform', 'seen-by-platform'],
  ['tenants', 'seen-by-tenants'],
  ['facilitators', 'seen-by-facilitators'],
] as const satisfies [Audience, string][]

/** What others see of me now, in their eyes. */
export function SeenOfMe({ facets, profile, name, more }: { facets: MyFacets; profile: MyProfile; name: string; more: string }) {
  const { t } = useI18n()
  const circles = CIRCLES.map(([audience, title]) => ({
    audience,
    title,
    shown: facets.items.filter((facet) => facet.audience === audience),
    parts: partsShown(profile).filter((said) => said.audience === audience),
  })).filter(({ shown, parts }) => shown.length + parts.length > 0)
  return (
    <section className="np-sheet np-stack np-stack--tight" aria-labelledby="seen-title">
      <h2 id="seen-title">{t('seen-title')}</h2>
      <p>{name ? t('seen-name', { name }) : t('seen-nameless')}</p>
      {facets.hidden || circles.length === 0 ? (
        <p>{t(facets.hidden ? 'seen-hidden' : 'seen-nothing')}</p>
      ) : (
        circles.map(({ audience, title, shown, parts }) => (
          <div key={audience}>
            <h3>{t(title)}</h3>
            <ul>
              {shown.map(({ term }) => (
                <li key={term.id}>{t(KNOWN_FOR[kindOf(term)])}: <span dir="auto">{term.name}</span></li>
              ))}
              {parts.map(({ part, organisation }) => (
                <li key={`${part} ${organisation ?? ''}`}>
                  {t(SHOWN[part])}
                  {organisation ? (
                    <>
                      : <span dir="auto">{organisation}</span>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      <p className="np-soft np-small">{t('seen-never')}</p>
      <p>
        <a href={more}>{t('seen-more')}</a>
      </p>
    </section>
  )
}
