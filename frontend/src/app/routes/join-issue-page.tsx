import { useQuery } from '@tanstack/react-query'
import { useOwner, useSession } from '@/api/session'
import type { Issue } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueQuery } from '@/features/issues/api'
import { decidesFor } from '@/features/joins/api'
import { AskForm } from '@/features/joins/components/ask-form'
import { tenantsQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'

/** Asking to pick an issue up together: its owner asks another organisation, or that one asks the owner. */
export default function JoinIssuePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  return <Loaded query={issue}>{(issue) => <Asking tenant={tenant} issue={issue} />}</Loaded>
}

function Asking({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  const me = useSession()
  const writer = useOwner()
  const tenants = useQuery(tenantsQuery)
  const joined = new Set(issue.joined.map(({ slug }) => slug))
  return (
    <Loaded query={tenants}>
      {(all) => {
        const owner = all.find(({ slug }) => slug === tenant)
        const others = all.filter(({ slug }) => slug !== tenant && !joined.has(slug)).map(({ slug, name }) => ({ slug, name }))
        const sides = decidesFor(me)
          .filter((own) => (own.tenant === tenant ? others.length > 0 : !joined.has(own.tenant)))
          .map((own) => ({ slug: own.tenant, name: own.tenantName }))
          .sort((a, b) => Number(b.slug === tenant) - Number(a.slug === tenant))
        return (
          <div className="np-stack np-stack--loose np-measure">
            <PageHead title={t('join-ask-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title || t('issue-untitled') }} lead={t('join-ask-lead', { owner: owner?.name ?? tenant })} />
            {issue.joined.length > 0 ? <p>{t('issue-together', { owner: owner?.name ?? tenant, joined: issue.joined.map(({ name }) => name).join(', ') })}</p> : null}
            <p className="np-question" dir="auto">
              {issue.coreQuestion}
            </p>
            {issue.state !== 'open' && issue.state !== 'orientation' ? (
              <Alert kind="info">{t('join-ask-over')}</Alert>
            ) : sides.length === 0 ? (
              <Alert kind="info">{t(decidesFor(me).length === 0 ? 'join-ask-nobody' : 'join-ask-all')}</Alert>
            ) : (
              <AskForm owner={tenant} issue={issue.id} sides={sides} others={others} draft={`${writer}/join-ask-${issue.id}`} onAsked={(as) => go(paths.joins(as))} />
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
