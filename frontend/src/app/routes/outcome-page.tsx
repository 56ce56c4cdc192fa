import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Issue, OutcomeView } from '@/api/types'
import { ForbiddenPage } from '@/app/error-page'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { MayEdit } from '@/app/may-edit'
import { paths } from '@/app/paths'
import { listsEverybody } from '@/features/issues/acts'
import { everyParticipantQuery, issueQuery, touchedBy } from '@/features/issues/api'
import { outcomeKey, outcomeQuery } from '@/features/outcomes/api'
import { OutcomeEditor } from '@/features/outcomes/components/outcome-editor'
import { threadsQuery } from '@/features/threads/api'
import { useI18n } from '@/i18n'
import { toast } from '@/ui/toast'

export default function OutcomePage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const query = useQuery({ ...issueQuery(tenant, id), refetchOnWindowFocus: false })
  return <Loaded query={query}>{(issue) => <Outcome tenant={tenant} issue={issue} />}</Loaded>
}

function Outcome({ tenant, issue }: { tenant: string; issue: Issue }) {
  const { t } = useI18n()
  // What is being written must not be replaced by what another page of this browser fetched.
  const query = useQuery({ ...outcomeQuery(tenant, issue.id), refetchOnWindowFocus: false })
  return (
    <Loaded query={query}>
      {(outcome) =>
        outcome ? (
          <MayEdit may={outcome.can.write}>
            <PageHead title={t('outcome-editor-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title || t('issue-untitled') }} lead={t('outcome-editor-lead')} />
            <Editor tenant={tenant} issue={issue} outcome={outcome} />
          </MayEdit>
        ) : (
          <ForbiddenPage />
        )
      }
    </Loaded>
  )
}

function Editor({ tenant, issue, outcome }: { tenant: string; issue: Issue; outcome: OutcomeView }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { id } = issue
  const threads = useQuery(threadsQuery(tenant, id))
  const participants = useQuery({ ...everyParticipantQuery(tenant, id), enabled: issue.can.seeParticipants })
  const keep = useCallback((saved: OutcomeView) => client.setQueryData(outcomeKey(tenant, id), saved), [client, tenant, id])
  const reload = useCallback(async () => {
    const found = await client.fetchQuery({ ...outcomeQuery(tenant, id), staleTime: 0 })
    if (!found) throw new Error('An outcome does not disappear')
    return found
  }, [client, tenant, id])
  const isClosed = issue.state === 'closed'
  return (
    <OutcomeEditor
      tenant={tenant}
      issue={id}
      outcome={outcome}
      threads={threads.data ?? []}
      reach={{ visibility: issue.visibility, regime: issue.regime, others: participants.data && listsEverybody(issue) ? participants.data.length - (issue.role ? 1 : 0) : null, isClosed }}
      reload={reload}
      onSaved={keep}
      onPublished={(published) => {
        keep(published)
        void client.invalidateQueries({ predicate: touchedBy(id) })
        toast(t(isClosed ? 'outcome-published-toast-again' : 'outcome-published-toast'))
        go(paths.issue(tenant, id))
      }}
    />
  )
}
