import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { ForbiddenPage } from '@/app/error-page'
import { PageHead } from '@/app/layouts/page-head'
import { Loaded } from '@/app/loaded'
import { paths } from '@/app/paths'
import { holdsQuery } from '@/features/holds/api'
import { HoldCard } from '@/features/holds/components/hold-card'
import { HoldForm } from '@/features/holds/components/hold-form'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { More } from '@/ui/more'

/** What keeps conversations of an organisation from being deleted, for its owners. */
export default function HoldsPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const about = useQuery(tenantQuery(tenant))
  const query = useInfiniteQuery(holdsQuery(tenant))
  const changed = () => void client.invalidateQueries({ queryKey: ['holds', tenant] })
  if (about.data?.data.can.setUp === false) return <ForbiddenPage />
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('holds-title')} crumb={{ href: paths.settings(tenant), name: t('settings-title') }} lead={t('holds-lead')} />
      <Loaded query={query}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items)
          const inForce = all.filter((hold) => !hold.endedAt)
          const ended = all.filter((hold) => hold.endedAt)
          const list = (holds: typeof all) => (
            <ul role="list" className="np-stack">
              {holds.map((hold) => (
                <HoldCard key={hold.id} tenant={tenant} hold={hold} onChanged={changed} />
              ))}
            </ul>
          )
          return (
            <>
              <section className="np-stack" aria-labelledby="holds-now">
                <h2 id="holds-now">{t('holds-in-force')}</h2>
                {inForce.length > 0 ? list(inForce) : <p>{t('holds-in-force-none')}</p>}
              </section>
              <HoldForm tenant={tenant} draft={`${owner}/hold-${tenant}`} onSet={changed} />
              {ended.length > 0 ? (
                <section className="np-stack" aria-labelledby="holds-before">
                  <h2 id="holds-before">{t('holds-ended')}</h2>
                  {list(ended)}
                </section>
              ) : null}
            </>
          )
        }}
      </Loaded>
      <More query={query} />
    </div>
  )
}
