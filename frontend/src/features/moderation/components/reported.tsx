import { tenantPath } from '@/api/client'
import type { ModerationCase } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { HangingFiles } from '@/ui/hanging-files'
import { ServerHtml } from '@/ui/html'
import { Said } from '@/ui/said'
import { GROUND, measures, REASON, SIDE } from '../words'

const HISTORY = { post: 'case-history', title: 'case-history-title', issue: 'case-history-issue' } as const

/** The post that was reported, what people say of it, and what was decided before. */
export function Reported({ tenant, found }: { tenant: string; found: ModerationCase }) {
  const { t, locale } = useI18n()
  return (
    <>
      {found.title ? (
        <section className="np-stack np-stack--tight" aria-labelledby="case-title-now">
          <h2 id="case-title-now">{t('case-title-now')}</h2>
          <p className="np-sheet" dir="auto">
            {found.title}
          </p>
        </section>
      ) : null}
      {found.about === 'issue' && found.title ? (
        <section className="np-stack np-stack--tight" aria-labelledby="case-issue-now">
          <h2 id="case-issue-now">{t('case-issue-now')}</h2>
          {found.text ? (
            <div className="np-sheet">
              <p className="np-prose--plain" dir="auto">
                {found.text}
              </p>
            </div>
          ) : (
            <p>{t('case-issue-gone')}</p>
          )}
        </section>
      ) : null}
      {found.title && !found.post ? null : (
        <section className="np-stack np-stack--tight" aria-labelledby="case-post">
          <h2 id="case-post">{t(found.about === 'title' ? 'case-post-opening' : 'case-post')}</h2>
          <Words tenant={tenant} post={found.post} />
        </section>
      )}
      <section className="np-stack np-stack--tight" aria-labelledby="case-reports">
        <h2 id="case-reports">{t('case-reports')}</h2>
        <ul role="list" className="np-stack">
          {found.reportLines.map((report) => (
            <li key={`${report.reportedAt}${report.words}`} className="np-sheet">
              <Said title={t(REASON[report.reason])} text={report.words} />
              <p className="np-soft np-small">
                {t(report.withAccount ? 'case-with-account' : 'case-without-account')}, {longDay(locale, report.reportedAt)}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {found.history.length > 0 ? (
        <section className="np-stack np-stack--tight" aria-labelledby="case-history">
          <h2 id="case-history">{t(HISTORY[found.about])}</h2>
          <ul role="list" className="np-stack">
            {found.history.map((line) => (
              <li key={line.id} className="np-sheet np-stack np-stack--tight">
                <p>
                  <strong>{measures(t, locale, { ...line, about: found.about }).join('. ')}</strong> <span className="np-soft np-small">{longDay(locale, line.decidedAt)}</span>
                </p>
                {line.titleBefore ? <Said title={t('moderated-title-before')} text={line.titleBefore} /> : null}
                {line.titleAfter ? <Said title={t('moderated-title-after')} text={line.titleAfter} /> : null}
                {line.textBefore ? <Said title={t('moderated-text-before')} text={line.textBefore} /> : null}
                {line.ground ? <Said title={t(GROUND[line.ground])} text={line.rule} /> : null}
                {line.facts ? <Said title={t('moderated-facts')} text={line.facts} /> : null}
                {line.byInstallation ? <p className="np-soft np-small">{t('log-from-installation')}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {found.appeals.length > 0 ? (
        <section className="np-stack np-stack--tight" aria-labelledby="case-appeals">
          <h2 id="case-appeals">{t('case-appeals')}</h2>
          <ul role="list" className="np-stack">
            {found.appeals.map((appeal) => (
              <li key={appeal.id} className="np-sheet">
                <Said title={t(SIDE[appeal.side])} text={appeal.words} />
                <p className="np-soft np-small">{longDay(locale, appeal.appealedAt)}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Words({ tenant, post }: { tenant: string; post: ModerationCase['post'] }) {
  const { t } = useI18n()
  if (!post) return <p>{t('case-post-hidden')}</p>
  const { before, files, held, html, name, withdrawn } = post
  const address = (id: string) => tenantPath(tenant, 'files', id)
  return (
    <div className="np-sheet np-stack np-stack--tight">
      <p className="np-soft" dir="auto">
        {t('case-post-by', { name })}
      </p>
      {html === '' ? <p>{t('case-post-gone')}</p> : <ServerHtml html={html} />}
      <HangingFiles files={files} address={address} />
      {withdrawn && held ? <p className="np-soft">{t('case-post-held')}</p> : null}
      {before.length > 0 ? (
        <details>
          <summary>{t('case-before')}</summary>
          {before.map(({ html, files: hung }, index) => (
            <div key={index} className="np-stack np-stack--tight">
              <ServerHtml html={html} />
              <HangingFiles files={hung} address={address} />
            </div>
          ))}
        </details>
      ) : null}
    </div>
  )
}
