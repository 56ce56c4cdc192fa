import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { PageHead } from '@/app/layouts/page-head'
import { useSession } from '@/api/session'
import { highlightsQuery } from '@/features/home/api'
import { GoingsOn } from '@/features/home/components/goings-on'
import { tenantsQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { isDemo } from '@/lib/demo'
import { firstParagraph } from '@/lib/text'
import { ButtonLink } from '@/ui/button'

/** What this is, in three steps; then what goes on, and whose spaces there are. */
export default function HomePage() {
  const { t } = useI18n()
  const me = useSession()
  const highlights = useQuery(highlightsQuery)
  return (
    <div className="np-stack np-stack--loose">
      <PageHead title={t('home-title')} lead={t('home-lead')}>
        <div className="np-row">
          {me ? <ButtonLink href={paths.overview()}>{t('home-to-overview')}</ButtonLink> : me === null ? <ButtonLink href={paths.signIn(paths.overview())}>{t('sign-in')}</ButtonLink> : null}
          <a href={paths.help()}>{t('home-how-more')}</a>
        </div>
      </PageHead>
      {isDemo() && !me ? <Doors /> : null}
      <section className="np-stack" aria-labelledby="how-title">
        <h2 id="how-title">{t('home-how')}</h2>
        <ol className="np-how">
          <li>{t('home-how-1')}</li>
          <li>{t('home-how-2')}</li>
          <li>{t('home-how-3')}</li>
        </ol>
      </section>
      <Loaded query={highlights}>{(found) => <GoingsOn highlights={found} />}</Loaded>
      <Tenants />
    </div>
  )
}

/** In a demonstration: the quickest way in. */
function Doors() {
  const { t } = useI18n()
  return (
    <aside className="np-sheet np-stack np-stack--tight" aria-labelledby="doors-title">
      <h2 id="doors-title">{t('demo-title')}</h2>
      <p>{t('demo-text')}</p>
      <div>
        <ButtonLink appearance="secondary" href="/demo">
          {t('demo-doors')}
        </ButtonLink>
      </div>
    </aside>
  )
}

function Tenants() {
  const { t, locale } = useI18n()
  const tenants = useQuery(tenantsQuery)
  return (
    <section className="np-stack" aria-labelledby="tenants-title">
      <h2 id="tenants-title">{t('home-tenants')}</h2>
      <Loaded query={tenants}>
        {(found) => (
          <ul role="list" className="np-cards">
            {found.map((tenant) => (
              <li key={tenant.slug} className="np-card">
                <h3>
                  <a className="np-card__link" href={paths.tenant(tenant.slug)}>
                    {tenant.name}
                  </a>
                </h3>
                <p dir="auto" lang={tenant.languages[0] === locale ? undefined : tenant.languages[0]}>{firstParagraph(tenant.about)}</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
