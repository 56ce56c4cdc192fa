import type { Tenant } from '@/api/types'
import { useI18n } from '@/i18n'
import { isDemo } from '@/lib/demo'
import { paths } from '../paths'

export function Footer(props: { tenant: Tenant | null }) {
  const { t } = useI18n()
  const { tenant } = props
  return (
    <footer className="np-footer">
      <div className="np-footer__inner">
        <p className="np-soft">{tenant ? t('footer-of', { name: tenant.name }) : t('footer-site')}</p>
        <nav aria-label={t('footer-label')}>
          <ul role="list" className="np-row">
            {tenant ? (
              <>
                <li>
                  <a href={paths.tenantPage(tenant.slug, 'about')}>{t('page-about')}</a>
                </li>
                <li>
                  <a href={paths.tenantPage(tenant.slug, 'house-rules')}>{t('page-house-rules')}</a>
                </li>
                <li>
                  <a href={paths.tenantPage(tenant.slug, 'privacy')}>{t('page-privacy')}</a>
                </li>
                <li>
                  <a href={paths.tenantPage(tenant.slug, 'accessibility')}>{t('page-accessibility')}</a>
                </li>
                <li>
                  <a href={paths.tenantPage(tenant.slug, 'contact')}>{t('page-contact')}</a>
                </li>
              </>
            ) : null}
            <li>
              <a href={paths.help()}>{t('help-title')}</a>
            </li>
            {isDemo() ? (
              <>
                <li>
                  <a href="/demo">{t('demo-doors')}</a>
                </li>
                <li>
                  <a href="/demo/mail">{t('demo-mail')}</a>
                </li>
              </>
            ) : null}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
