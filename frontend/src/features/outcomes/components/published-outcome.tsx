import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { ServerHtml } from '@/ui/html'
import { Skeleton } from '@/ui/states'
import { type Edition, type Outcome, outcomeQuery, type Statement } from '../api'
import { KINDS, STATEMENT } from '../words'

/** What came of an issue; nothing for as long as nothing was published. */
export function PublishedOutcome(props: { tenant: string; issue: string; expected: boolean }) {
  const { t } = useI18n()
  const query = useQuery(outcomeQuery(props.tenant, props.issue))
  if (query.data?.published) return <Text tenant={props.tenant} outcome={query.data} edition={query.data.published} />
  if (query.isPending && props.expected) return <Skeleton lines={4} />
  if (query.isError) {
    return (
      <Alert kind="warning">
        <p>{t('outcome-failed')}</p>
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('action-retry')}
        </Button>
      </Alert>
    )
  }
  return null
}

function Text(props: { tenant: string; outcome: Outcome; edition: Edition }) {
  const { t, locale } = useI18n()
  const { outcome, edition } = props
  return (
    <section className="np-sheet np-stack" lang={edition.lang}>
      <div className="np-stack np-stack--tight">
        <h2 dir="auto">{edition.title || t('outcome-title')}</h2>
        {outcome.publishedAt ? <p className="np-soft np-small">{t('outcome-published', { day: longDay(locale, outcome.publishedAt) })}</p> : null}
      </div>
      {edition.introHtml ? <ServerHtml html={edition.introHtml} /> : null}
      {KINDS.map((kind) => {
        const statements = edition.statements.filter((statement) => statement.kind === kind)
        if (statements.length === 0) return null
        return (
          <section key={kind} className="np-stack np-stack--tight">
            <h3>{t(STATEMENT[kind])}</h3>
            <ul className="np-stack np-stack--tight">
              {statements.map((statement, place) => (
                <li key={place}>
                  <StatementText tenant={props.tenant} statement={statement} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {edition.reviewAt ? <p>{t('outcome-review', { day: longDay(locale, edition.reviewAt) })}</p> : null}
      {outcome.reviewedAt ? <p className="np-soft">{t('outcome-reviewed', { day: longDay(locale, outcome.reviewedAt) })}</p> : null}
    </section>
  )
}

function StatementText(props: { tenant: string; statement: Statement }) {
  const { t } = useI18n()
  const { statement } = props
  const { sources, closedSources } = statement
  return (
    <>
      <ServerHtml html={statement.html} />
      {statement.why ? (
        <p dir="auto">
          <strong>{t('outcome-why')}</strong> {statement.why}
        </p>
      ) : null}
      {sources.length + closedSources > 0 ? (
        <details className="np-fold">
          <summary>{t('outcome-sources', { count: sources.length + closedSources })}</summary>
          <ul className="np-stack np-stack--tight">
            {sources.map((source) => (
              <li key={source.post}>
                <a href={paths.thread(props.tenant, source.thread, source.seq)}>{t('outcome-source', { name: source.name, thread: source.threadTitle })}</a>
                <p className="np-soft" dir="auto">
                  {source.excerpt}
                </p>
              </li>
            ))}
            {closedSources > 0 ? <li>{t('outcome-sources-closed', { count: closedSources })}</li> : null}
          </ul>
        </details>
      ) : null}
    </>
  )
}
