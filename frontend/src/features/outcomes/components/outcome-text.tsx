import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { WrittenIn } from '@/i18n/written'
import { ServerHtml } from '@/ui/html'
import type { Edition, Statement } from '../api'
import { KINDS, STATEMENT } from '../words'

/** What came of an issue, as its readers get it. */
export function OutcomeText(props: { tenant: string; edition: Edition }) {
  const { t } = useI18n()
  const { edition } = props
  return (
    <WrittenIn.Provider value={null}>
      <div className="np-stack" lang={edition.lang}>
        {edition.introHtml ? <ServerHtml html={edition.introHtml} className="np-outcome__intro" /> : null}
        {KINDS.map((kind) => {
          const statements = edition.statements.filter((statement) => statement.kind === kind && statement.html !== '')
          if (statements.length === 0) return null
          return (
            <section key={kind} className="np-stack np-stack--tight">
              <h3>{t(STATEMENT[kind])}</h3>
              <ul className="np-outcome__statements">
                {statements.map((statement, place) => (
                  <li key={place}>
                    <StatementText tenant={props.tenant} statement={statement} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </WrittenIn.Provider>
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
        <p className="np-measure" dir="auto">
          <strong>{t('outcome-why')}</strong> {statement.why}
        </p>
      ) : null}
      {sources.length + closedSources > 0 ? (
        <details className="np-outcome__sources">
          <summary>{t('outcome-sources', { count: sources.length + closedSources })}</summary>
          <ul className="np-stack np-stack--tight">
            {sources.map((source) => (
              <li key={source.post}>
                <a href={paths.thread(props.tenant, source.thread, source.seq)}>{t('outcome-source', { name: who(t, source.name), thread: source.threadTitle })}</a>
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
