import { useLocation } from 'wouter'
import { useSession } from '@/api/session'
import type { Me, Tenant } from '@/api/types'
import { useI18n } from '@/i18n'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { here } from '../links'
import { paths } from '../paths'
import { AccountMenu } from './account-menu'
import { Bell } from './bell'
import { LanguageSwitch } from './language-switch'
import { SearchBox, SearchLink } from './search-box'

export function Header(props: { tenant: Tenant | null }) {
  const { t } = useI18n()
  const me = useSession()
  const { tenant } = props
  return (
    <header className="np-header">
      <div className="np-header__bar">
        <div className="np-header__brand">
          <a className="np-header__site" href={paths.home()}>
            <Mark />
            <span>{t('site-name')}</span>
          </a>
          {me && me.memberships.length > 0 ? <TenantSwitcher me={me} tenant={tenant} /> : <TenantName tenant={tenant} />}
        </div>
        <SearchBox />
        <div className="np-header__tools">
          <SearchLink />
          <LanguageSwitch signedIn={Boolean(me)} />
          {me ? <Bell /> : null}
          <div className="np-header__account">{me ? <AccountMenu me={me} /> : <SignInLink pending={me === undefined} />}</div>
        </div>
      </div>
      <Navigation tenant={tenant} signedIn={Boolean(me)} />
    </header>
  )
}

function Mark() {
  return (
    <svg className="np-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <path d="M8 22V13a5 5 0 0 1 8-4 5 5 0 0 1 8 4v9" />
      <circle cx="16" cy="21" r="2.4" />
    </svg>
  )
}

function TenantName(props: { tenant: Tenant | null }) {
  if (!props.tenant) return null
  return (
    <a className="np-header__tenant" href={paths.tenant(props.tenant.slug)}>
      {props.tenant.name}
    </a>
  )
}

function TenantSwitcher(props: { me: Me; tenant: Tenant | null }) {
  const { t } = useI18n()
  const label = props.tenant?.name ?? t('tenant-choose')
  return (
    <Menu
      start
      name={t('tenant-switch', { name: label })}
      label={
        <>
          <span className="np-header__current">{label}</span>
          <Icon name="chevron" />
        </>
      }
    >
      <ul role="list">
        {props.me.memberships.map((membership) => (
          <li key={membership.tenant}>
            <a href={paths.tenant(membership.tenant)} aria-current={membership.tenant === props.tenant?.slug ? 'true' : undefined}>
              {membership.tenantName}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.home()}>{t('tenant-all')}</a>
        </li>
      </ul>
    </Menu>
  )
}

function SignInLink(props: { pending: boolean }) {
  const { t } = useI18n()
  const [pathname] = useLocation()
  if (props.pending) return null
  return (
    <a className="utrecht-button utrecht-button--primary-action np-button-link" href={paths.signIn(pathname)} onClick={(event) => (event.currentTarget.href = paths.signIn(here()))}>
      {t('sign-in')}
    </a>
  )
}

function Navigation(props: { tenant: Tenant | null; signedIn: boolean }) {
  const { t } = useI18n()
  const [pathname] = useLocation()
  const { tenant } = props
  const entries: [href: string, name: string][] = [
    ...(props.signedIn ? [[paths.overview(), t('nav-overview')] as [string, string]] : []),
    ...(tenant
      ? ([
          [paths.issues(tenant.slug), t('nav-issues')],
          [paths.networks(tenant.slug), t('nav-networks')],
          [paths.knowledge(tenant.slug), t('nav-knowledge')],
          [paths.people(tenant.slug), t('nav-people')],
          ...(tenant.can.convene ? [[paths.agenda(tenant.slug), t('nav-agenda')]] : []),
          ...(tenant.can.setUp ? [[paths.settings(tenant.slug), t('nav-settings')]] : []),
        ] as [string, string][])
      : []),
  ]
  if (entries.length === 0) return null
  return (
    <nav className="np-nav" aria-label={t('nav-label')}>
      <ul role="list">
        {entries.map(([href, name]) => (
          <li key={href}>
            <a href={href} aria-current={pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
