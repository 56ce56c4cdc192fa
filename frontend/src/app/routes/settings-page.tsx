import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ForbiddenPage } from '@/app/error-page'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { retentionQuery, tenantQuery } from '@/features/tenants/api'
import { RetentionForm } from '@/features/tenants/components/retention-form'
import { TenantForm } from '@/features/tenants/components/tenant-form'
import { TextPages } from '@/features/tenants/components/text-pages'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'

export default function SettingsPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(tenantQuery(tenant))
  const retention = useQuery(retentionQuery(tenant))
  if (query.data?.data.can.setUp === false) return <ForbiddenPage />
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('settings-title')}>
        <div className="np-row">
          <ButtonLink appearance="secondary" href={paths.emergencies(tenant)}>
            {t('emergency-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.members(tenant)}>
            {t('members-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.terms(tenant)}>
            {t('terms-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.moderation(tenant)}>
            {t('queue-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.standardReasons(tenant)}>
            {t('reasons-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.handovers(tenant)}>
            {t('handovers-title')}
          </ButtonLink>
        </div>
      </PageHead>
      <Loaded query={query}>
        {({ data, etag }) => <TenantForm key={data.slug} tenant={data} etag={etag ?? ''} reload={() => client.fetchQuery({ ...tenantQuery(tenant), staleTime: 0 })} onSaved={(saved) => client.setQueryData(tenantQuery(tenant).queryKey, saved)} />}
      </Loaded>
      <section className="np-stack" aria-labelledby="retention-title">
        <div className="np-stack np-stack--tight">
          <h2 id="retention-title">{t('retention-title')}</h2>
          <p>{t('retention-lead')}</p>
        </div>
        <Loaded query={retention}>{({ data, etag }) => <RetentionForm tenant={tenant} rule={data} etag={etag ?? ''} onSaved={(saved) => client.setQueryData(retentionQuery(tenant).queryKey, saved)} onStale={() => client.fetchQuery({ ...retentionQuery(tenant), staleTime: 0 })} />}</Loaded>
        <p>{t('holds-way')}</p>
        <div>
          <ButtonLink appearance="secondary" href={paths.holds(tenant)}>
            {t('holds-title')}
          </ButtonLink>
        </div>
      </section>
      <TextPages tenant={tenant} />
    </div>
  )
}
