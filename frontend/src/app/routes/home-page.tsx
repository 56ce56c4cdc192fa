import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { PageHead } from '@/app/layouts/page-head'
import { useSession } from '@/api/session'
import { tenantsQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { firstParagraph } from '@/lib/text'
import { ButtonLink } from '@/ui/button'

export default function HomePage() {
  const { t } = useI18n()
  const me = useSession()
  const tenants = useQuery(tenantsQuery)
  return (
    <div className="np-stack np-stack--loose">
      <PageHead title={t('home-title')} lead={t('home-lead')}>
        <div className="np-row">{me ? <ButtonLink href={paths.overview()}>{t('home-to-overview')}</ButtonLink> : me === null ? <ButtonLink href={paths.signIn(paths.overview())}>{t('sign-in')}</ButtonLink> : null}</div>
      </PageHead>
      <section className="np-stack">
        <h2>{t('home-tenants')}</h2>
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
                  <p dir="auto">{firstParagraph(tenant.about)}</p>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </section>
      <section className="np-stack np-measure">
        <h2>{t('home-how')}</h2>
        <ol className="np-steps">
          <li>{t('home-how-1')}</li>
          <li>{t('home-how-2')}</li>
          <li>{t('home-how-3')}</li>
        </ol>
      </section>
    </div>
  )
}
