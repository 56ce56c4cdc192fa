import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useOwner } from '@/api/session'
import { useNews } from '@/api/use-news'
import type { Evaluations, Issue } from '@/api/types'
import { go } from '@/app/links'
import { Loaded } from '@/app/loaded'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { issueKey, issueQuery } from '@/features/issues/api'
import { AskCircle } from '@/features/issues/components/ask-circle'
import { EvaluationAnswers, EvaluationText } from '@/features/issues/components/evaluation-answers'
import { EvaluationForm } from '@/features/issues/components/evaluation-form'
import { IssueMoves } from '@/features/issues/components/moves'
import { evaluationsQuery, takeBack } from '@/features/issues/evaluation-api'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { ConfirmButton } from '@/ui/confirm'
import { Alert } from '@/ui/alert'
import { toast } from '@/ui/toast'
import '@/features/issues/issues.css'

/** What the first circle of an issue thinks of it: for who gives an opinion, and for who asked. */
export default function OrientationPage({ tenant, issue: id }: { tenant: string; issue: string }) {
  const issue = useQuery(issueQuery(tenant, id))
  const told = useQuery(evaluationsQuery(tenant, id))
  useNews([evaluationsQuery(tenant, id).queryKey])
  return <Loaded query={told}>{(told) => <Loaded query={issue}>{(issue) => <View tenant={tenant} issue={issue} told={told} />}</Loaded>}</Loaded>
}

interface Props {
  tenant: string
  issue: Issue
  told: Evaluations
}

function View(props: Props) {
  const { t } = useI18n()
  const written = useWritten()
  const { tenant, issue, told } = props
  return (
    <article className="np-stack np-stack--loose np-measure">
      <PageHead title={t('evaluation-title')} about={issue.title} crumb={{ href: paths.issue(tenant, issue.id), name: issue.title }} lead={t('evaluation-lead')} />
      <p className="np-question" dir="auto" lang={written(issue.coreQuestion)}>
        {issue.coreQuestion}
      </p>
      {told.asked === null || told.asked === undefined ? <Own {...props} /> : <Running {...props} asked={told.asked} />}
    </article>
  )
}

function Running({ tenant, issue, told, asked }: Props & { asked: number }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { queryKey } = evaluationsQuery(tenant, issue.id)
  return (
    <>
      {told.mayAsk ? <AskCircle tenant={tenant} issue={issue.id} told={told} onAsked={(now) => client.setQueryData(queryKey, now)} /> : null}
      {told.askedAt ? <EvaluationAnswers asked={asked} items={told.items} /> : null}
      {told.mayAsk ? (
        <section className="np-stack np-stack--tight" aria-labelledby="verder">
          <h2 id="verder">{t('evaluation-next')}</h2>
          <p>{t('evaluation-next-text')}</p>
          <IssueMoves
            tenant={tenant}
            issue={issue}
            onMoved={(moved) => {
              client.setQueryData(issueKey(tenant, issue.id), moved)
              go(paths.issue(tenant, issue.id))
            }}
          />
        </section>
      ) : null}
      {!told.mayAsk && !told.askedAt ? <p className="np-soft">{t('evaluation-never')}</p> : null}
    </>
  )
}

function Own({ tenant, issue, told }: Props) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const owner = useOwner()
  const { queryKey } = evaluationsQuery(tenant, issue.id)
  const own = told.own ?? null
  const takenBack = () => {
    toast(t('evaluation-taken-back'))
    void client.invalidateQueries({ queryKey })
  }
  return (
    <>
      {told.mayAnswer && told.until ? (
        <>
          <Alert kind="info">
            <p>{t('evaluation-who-reads')}</p>
            <p>{t('evaluation-answer-until', { day: longDay(locale, told.until) })}</p>
          </Alert>
          <EvaluationForm
            key={own?.givenAt ?? ''}
            tenant={tenant}
            issue={issue.id}
            own={own}
            draft={`${owner}/evaluation-${issue.id}`}
            onGiven={(given) => {
              client.setQueryData(queryKey, { ...told, own: given })
              toast(t('evaluation-given'))
            }}
          />
        </>
      ) : (
        <>
          <p>{t(told.askedAt ? 'evaluation-over' : 'evaluation-not-yet')}</p>
          {own ? (
            <section className="np-sheet np-stack np-stack--tight" aria-labelledby="eigen">
              <h2 id="eigen">{t('evaluation-own')}</h2>
              <EvaluationText evaluation={own} />
            </section>
          ) : null}
        </>
      )}
      {own ? (
        <div>
          <ConfirmButton label={t('evaluation-take-back')} title={t('evaluation-take-back-title')} act={() => takeBack(tenant, issue.id)} onDone={takenBack}>
            {t('evaluation-take-back-text')}
          </ConfirmButton>
        </div>
      ) : null}
    </>
  )
}
