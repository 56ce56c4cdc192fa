import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { ownTermsQuery, taxonomyQuery } from '@/features/tenants/api'
import { TermGroup } from '@/features/tenants/components/terms'
import { useI18n } from '@/i18n'

/** The words by which an organisation files and finds; only owners get past the first question. */
export default function TermsPage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(ownTermsQuery(tenant))
  const { data: all } = useQuery(taxonomyQuery(tenant))
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ownTermsQuery(tenant).queryKey })
    void client.invalidateQueries({ queryKey: taxonomyQuery(tenant).queryKey })
  }
  return (
    <Loaded guarded query={query}>
      {(own) => {
        const kinds = [
          ['theme', all?.themes ?? []],
          ['expertise', all?.expertise ?? []],
          ['region', all?.regions ?? []],
        ] as const
        const ownIds = new Set(own.map((term) => term.id))
        return (
          <div className="np-stack np-stack--loose np-measure">
            <PageHead title={t('terms-title')} crumb={{ href: paths.settings(tenant), name: t('settings-title') }} lead={t('terms-lead')} />
            {kinds.map(([kind, terms]) => (
              <TermGroup key={kind} tenant={tenant} kind={kind} own={own.filter((term) => term.kind === kind)} shared={terms.filter((term) => !ownIds.has(term.id))} onChanged={refresh} />
            ))}
          </div>
        )
      }}
    </Loaded>
  )
}
