import type { SummaryVersion } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { ServerHtml } from '@/ui/html'
import { Changes } from './changed-text'

/** Older versions to read, and what each one changed. */
export function SummaryVersions({ versions }: { versions: readonly SummaryVersion[] }) {
  const { t, locale } = useI18n()
  if (versions.length < 2) return null
  return (
    <section className="np-stack" aria-labelledby="summary-versions">
      <h2 id="summary-versions">{t('summary-versions')}</h2>
      {versions.map(({ html, version, writtenAt }, place) => {
        const before = versions[place + 1]
        const moment = fullMoment(locale, writtenAt)
        return (
          <section key={version} className="np-sheet np-stack np-stack--tight">
            <h3>{t('summary-when', { version, moment })}</h3>
            {before ? (
              <details>
                <summary>{t('summary-version-changed', { version })}</summary>
                <Changes before={before.html} now={html} moment={moment} />
              </details>
            ) : null}
            {place > 0 ? (
              <details>
                <summary>{t('summary-version', { version })}</summary>
                <ServerHtml html={html} />
              </details>
            ) : null}
          </section>
        )
      })}
    </section>
  )
}
