import { useLocation } from 'wouter'
import { useI18n } from '@/i18n'
import { paths } from '../paths'

/** The pages about oneself. */
export function AccountNav() {
  const { t } = useI18n()
  const [pathname] = useLocation()
  const pages = [
    [paths.profile(), t('profile-title')],
    [paths.ownData(), t('own-title')],
    [paths.contacts(), t('contacts-title')],
    [paths.moderated(), t('moderated-title')],
    [paths.preferences(), t('preferences-title')],
    [paths.account(), t('account-title')],
  ] as const
  return (
    <nav className="np-nav np-nav--sub" aria-label={t('account-nav')}>
      <ul role="list">
        {pages.map(([href, name]) => (
          <li key={href}>
            <a href={href} aria-current={pathname === href ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
