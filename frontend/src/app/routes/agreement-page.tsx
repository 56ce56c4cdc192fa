import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import { useMutation } from '@/api/use-mutation'
import { useNews } from '@/api/use-news'
import type { AgreementStanding, Issue } from '@/api/types'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { agree, agreementQuery } from '@/features/agreements/api'
import { AgreementForm } from '@/features/agreements/components/agreement-form'
import { AgreementText } from '@/features/agreements/components/agreement-text'
import { issueQuery } from '@/features/issues/api'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'

/** What the people of an issue expect of each other: to agree with, and for who runs the issue to put to everybody. */
export default function AgreementPage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  const standing = useQuery(agreementQuery(tenant, id))
  useNews([agreementQuery(tenant, id).queryKey])
  return <Loaded query={standing}>{(standing) => <Loaded query={issue}>{(issue) => <View tenant={tenant} issue={issue} standing={standing} />}</Loaded>}</Loaded>
}

interface Props {
  tenant: string
  issue: Issue
  standing: AgreementStanding
}

function View({ tenant, issue, standing }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { queryKey } = agreementQuery(tenant, issue.id)
  const set = (now: AgreementStanding) => client.setQueryData(queryKey, now)
  const stale = () => void client.invalidateQueries({ queryKey })
  const { agreement } = standing
  return (
    <article className="np-stack np-stack--loose np-measure">
      <PageHead title={t('agreement-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title }} lead={t('agreement-lead')}>
        {agreement ? (
          <div className="np-row np-no-print">
            <Button onClick={() => window.print()}>{t('action-print')}</Button>
          </div>
        ) : null}
      </PageHead>
      {agreement ? <AgreementText agreement={agreement} /> : null}
      {agreement ? <Agreeing tenant={tenant} issue={issue} standing={standing} onAgreed={set} onChanged={stale} /> : null}
      {!agreement && !standing.mayPut ? <p className="np-soft">{t('agreement-none')}</p> : null}
      {standing.mayPut ? (
        <div className="np-no-print">
          <AgreementForm tenant={tenant} issue={issue.id} standing={standing} draft={`${owner}/agreement-${issue.id}`} onPut={set} onChanged={() => client.fetchQuery({ ...agreementQuery(tenant, issue.id), staleTime: 0 })} />
        </div>
      ) : null}
    </article>
  )
}

function Agreeing({ tenant, issue, standing, onAgreed, onChanged }: Props & { onAgreed: (now: AgreementStanding) => void; onChanged: () => void }) {
  const { t } = useI18n()
  const version = standing.agreement?.version ?? 0
  const say = useMutation({
    mutationFn: () => agree(tenant, issue.id, version),
    onSuccess: (now) => {
      toast(t('agreement-agreed-done'))
      onAgreed(now)
    },
    // It changed while it was read: the page shows the newest.
    onError: (error) => (isProblem(error) && error.status === 409 ? onChanged() : undefined),
  })
  const { error } = say
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="akkoord">
      <h2 id="akkoord">{t('agreement-who')}</h2>
      <Refused error={error} />
      <p>{t('agreement-count', { count: standing.count, people: standing.people })}</p>
      {standing.waiting.length > 0 ? (
        <>
          <p>{t('agreement-waiting')}</p>
          <ul>
            {standing.waiting.map((one) => (
              <li key={one.person}>
                <bdi>{one.name}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {standing.agreed ? (
        <p>{t('agreement-agreed')}</p>
      ) : standing.mayAgree ? (
        <div className="np-no-print">
          <Button appearance="primary" busy={say.isPending} onClick={() => say.mutate()}>
            {t('agreement-agree')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
