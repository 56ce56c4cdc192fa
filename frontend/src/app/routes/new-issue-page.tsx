import { useQuery } from '@tanstack/react-query'
import { useOwner, useSession } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { go } from '@/app/links'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { draftIssue } from '@/features/issues/api'
import { decidesFor } from '@/features/joins/api'
import { SimilarIssues } from '@/features/search/components/similar-issues'
import { tenantQuery } from '@/features/tenants/api'
import { useI18n } from '@/i18n'
import { dropDraft } from '@/lib/drafts'
import { TitleForm } from '@/ui/title-form'

/** One question begins an issue: what is it about. From then on it saves itself. */
export default function NewIssuePage({ tenant }: { tenant: string }) {
  const { t } = useI18n()
  const own = decidesFor(useSession()).map((one) => one.tenant)
  const keyOf = useKey()
  const name = `${useOwner()}/new-issue-${tenant}`
  const { data: owner } = useQuery(tenantQuery(tenant))
  const begin = useMutation({
    mutationFn: (title: string) => draftIssue(tenant, { title, visibility: 'public', regime: 'open' }, keyOf({ title })),
    onSuccess: (issue) => {
      void dropDraft(name)
      go(paths.editIssue(tenant, issue.id))
    },
  })
  return (
    <div className="np-measure">
      <PageHead title={t(owner?.data.can.convene ? 'issue-new' : 'issue-propose-new')} crumb={{ href: paths.issues(tenant), name: t('issues-title') }} lead={t(owner?.data.can.convene ? 'issue-new-lead' : 'issue-propose-lead')} />
      <TitleForm name={name} label={t('issue-title')} hint={t('issue-title-hint')} error={begin.error} busy={begin.isPending} below={(title) => <SimilarIssues title={title} level="h2" own={own} />} onBegin={begin.mutate} />
    </div>
  )
}
