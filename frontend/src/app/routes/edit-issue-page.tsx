import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Redirect } from 'wouter'
import { useSession } from '@/api/session'
import type { Issue } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { MayEdit } from '@/app/may-edit'
import { paths } from '@/app/paths'
import { discardDraft, issueQuery, touchedBy } from '@/features/issues/api'
import { BriefingsSection } from '@/features/issues/components/briefings'
import { IssueEditor } from '@/features/issues/components/issue-editor'
import { decidesFor } from '@/features/joins/api'
import { SimilarIssues } from '@/features/search/components/similar-issues'
import { taxonomyQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { ConfirmButton } from '@/ui/confirm'

export default function EditIssuePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery({ ...issueQuery(tenant, id), refetchOnWindowFocus: false })
  const taxonomy = useQuery(taxonomyQuery(tenant))
  const own = decidesFor(useSession()).map((one) => one.tenant)
  const { queryKey } = issueQuery(tenant, id)
  const reload = useCallback(() => client.fetchQuery({ ...issueQuery(tenant, id), staleTime: 0 }), [client, tenant, id])
  const keep = useCallback((saved: Issue) => client.setQueryData(issueQuery(tenant, id).queryKey, saved), [client, tenant, id])
  return (
    <Loaded query={query}>
      {(issue) => issue.kind === 'network' ? <Redirect to={paths.editNetwork(tenant, id)} replace /> : (
        <MayEdit may={issue.can.change}>
          <PageHead title={t(issue.can.manage ? 'issue-edit-title' : 'issue-proposal-title')} about={issue.title} crumb={issue.state === 'draft' ? { href: paths.overview(), name: t('nav-overview') } : { href: paths.issue(tenant, id), name: issue.title || t('issue-untitled') }} />
          <IssueEditor
            tenant={tenant}
            issue={issue}
            themes={taxonomy.data?.themes ?? []}
            regions={taxonomy.data?.regions ?? []}
            {...(issue.state === 'draft' ? { belowTitle: (title: string) => <SimilarIssues title={title} except={id} level="h3" own={own} /> } : {})}
            belowWho={issue.can.manage ? <BriefingsSection tenant={tenant} issue={id} /> : null}
            reload={reload}
            onSaved={keep}
            onDone={() => go(paths.issue(tenant, id))}
            onMoved={(moved) => {
              client.setQueryData(queryKey, moved)
              go(paths.issue(tenant, id))
            }}
          />
          {issue.state === 'draft' ? (
            <ConfirmButton label={t('issue-discard')} title={t('issue-discard-title')} act={() => discardDraft(tenant, id)} onDone={() => {
              go(paths.overview())
              client.removeQueries({ queryKey })
              void client.invalidateQueries({ predicate: touchedBy(id) })
            }}>
              {t('issue-discard-text')}
            </ConfirmButton>
          ) : null}
        </MayEdit>
      )}
    </Loaded>
  )
}
