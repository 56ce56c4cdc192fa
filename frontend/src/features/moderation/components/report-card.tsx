import type { OwnReport } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Said } from '@/ui/said'
import { measures, placeOfOwn, REASON, REPORT_STATE } from '../words'
import { AppealForm } from './appeal-form'
import { OwnAppeal } from './own-appeal'

/** What the reader reported, and what came of it. */
export function ReportCard({ report, owner, onChanged }: { report: OwnReport; owner: string; onChanged: () => void }) {
  const { t, locale } = useI18n()
  const { about, outcome, appeal, tenant } = report
  const place = placeOfOwn(t, { ...report, organisation: report.tenantName })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3>
        <a href={place.href}>{place.name}</a>
      </h3>
      <p className="np-soft">{t('moderated-reported-at', { day: longDay(locale, report.reportedAt) })}</p>
      <Said title={t(REASON[report.reason])} text={report.words} />
      <p>
        <strong>{t(REPORT_STATE[report.state])}</strong>
      </p>
      {report.state === 'received' ? <p className="np-soft np-small">{t('report-waits-long')}</p> : null}
      {outcome ? (
        <>
          {outcome.byInstallation ? <p>{t('decided-by-installation')}</p> : null}
          {measures(t, locale, { ...outcome, about }).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {outcome.rule ? <Said title={t('moderated-rule')} text={outcome.rule} /> : null}
          {outcome.facts ? <Said title={t('moderated-facts')} text={outcome.facts} /> : null}
        </>
      ) : null}
      {appeal ? <OwnAppeal appeal={appeal} /> : null}
      {outcome?.canAppeal ? <AppealForm tenant={tenant} decision={outcome.decision} until={outcome.appealUntil} owner={owner} onDone={onChanged} /> : null}
    </li>
  )
}
