import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { WrittenIn } from '@/i18n/written'
import { isReadable } from '@/lib/colour'
import type { Tenant } from '@/api/types'
import { tenantOf } from '../paths'
import { Footer } from './footer'
import { Header } from './header'
import { Notices } from './notices'
import { SiteKeys } from './site-keys'
import './frame.css'

/** What every page stands in: ways to skip, where you are, the page, and the small print. */
export function Frame(props: { children: ReactNode }) {
  const { t } = useI18n()
  const [pathname] = useLocation()
  const slug = tenantOf(pathname)
  const tenant = useCurrentTenant(slug)
  useTheme(tenant, slug !== null && tenant === null)
  return (
    <div className="np-frame">
      <a className="np-no-print utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">
        {t('skip-to-main')}
      </a>
      <Header tenant={tenant} />
      <Notices />
      <main id="main" className="np-main" tabIndex={-1}>
        <WrittenIn.Provider value={tenant?.languages[0] ?? null}>{props.children}</WrittenIn.Provider>
      </main>
      <Footer tenant={tenant} />
      <SiteKeys />
    </div>
  )
}

function useCurrentTenant(slug: string | null): Tenant | null {
  const { data } = useQuery({ ...tenantQuery(slug ?? ''), enabled: slug !== null })
  return (slug !== null && data?.data) || null
}

/**
 * An organisation's colours are set through the CSS object model: the policy forbids inline styles.
 * Until they are known, those that the server linked for the first page stay.
 */
function useTheme(tenant: Tenant | null, waiting: boolean): void {
  const colours = { '--np-brand': tenant?.colour, '--np-brand-accent': tenant?.accent }
  const key = JSON.stringify(colours)
  useEffect(() => {
    if (waiting) return
    document.getElementById('np-colours')?.remove()
    const { style } = document.documentElement
    for (const [name, colour] of Object.entries(JSON.parse(key) as Record<string, string | undefined>)) {
      if (colour && isReadable(colour)) style.setProperty(name, colour)
      else style.removeProperty(name)
    }
  }, [key, waiting])
}
