import type { ReactNode } from 'react'
import type { Agreement } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { ServerHtml } from '@/ui/html'
import { RHYTHM } from '../words'

/** What was agreed on, to read and to print. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { t, locale } = useI18n()
  return (
    <section className="np-sheet np-stack" aria-label={t('agreement-title')}>
      <Part title={t('agreement-expectations')}>
        <ServerHtml html={agreement.expectationsHtml} />
      </Part>
      {agreement.tasksHtml ? (
        <Part title={t('agreement-tasks')}>
          <ServerHtml html={agreement.tasksHtml} />
        </Part>
      ) : null}
      <Part title={t('agreement-rhythm')}>
        <p>{t(RHYTHM[agreement.rhythm].said)}</p>
        {agreement.endsAt ? <p>{t('agreement-says-until', { day: longDay(locale, agreement.endsAt) })}</p> : null}
      </Part>
      <p className="np-soft np-small">{t('agreement-version', { version: agreement.version, day: longDay(locale, agreement.putAt) })}</p>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="np-stack np-stack--tight">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
