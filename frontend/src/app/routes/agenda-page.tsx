import { useQuery } from '@tanstack/react-query'
import { ErrorPage, ForbiddenPage } from '@/app/error-page'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { agendaOf } from '@/features/issues/agenda'
import { agendaQuery } from '@/features/issues/api'
import { AgendaList } from '@/features/issues/components/agenda-list'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'
import { EmptyState } from '@/ui/states'

/** For conveners: which proposals wait for an answer, and what has to go on or come to an end. */
export default function AgendaPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const owner = useQuery(tenantQuery(tenant))
  const allowed = owner.data?.data.can.convene
  const query = useQuery({ ...agendaQuery(tenant), enabled: allowed === true })
  if (owner.isError && !owner.data) return <ErrorPage error={owner.error} retry={() => void owner.refetch()} />
  if (allowed === false) return <ForbiddenPage why={t('agenda-forbidden')} />
  return (
    <div className="np-stack np-stack--loose">
      <PageHead title={t('nav-agenda')} lead={t('agenda-lead')}>
        <div className="np-row">
          <ButtonLink appearance="secondary" href={paths.moderation(tenant)}>
            {t('queue-title')}
          </ButtonLink>
          <ButtonLink appearance="secondary" href={paths.handovers(tenant)}>
            {t('handovers-title')}
          </ButtonLink>
        </div>
      </PageHead>
      <Loaded query={query}>
        {(issues) =>
          agendaOf(issues, new Date()).length > 0 ? (
            <AgendaList issues={issues} />
          ) : (
            <EmptyState title={t('agenda-none-title')} action={<ButtonLink href={paths.issues(tenant)}>{t('agenda-none-action')}</ButtonLink>}>
              {t('agenda-none-text')}
            </EmptyState>
          )
        }
      </Loaded>
    </div>
  )
}
