import type { OwnReport } from '@/api/types'
import { useI18n } from '@/i18n'
import { Said } from '@/ui/said'

/** What the reader said against a decision, and what somebody else thinks of it. */
export function OwnAppeal({ appeal }: { appeal: NonNullable<OwnReport['appeal']> }) {
  const { t } = useI18n()
  const { byInstallation, facts, words } = appeal
  const granted = appeal.granted ?? null
  return (
    <>
      <Said title={t('appeal-own')} text={words} />
      <p>{t(granted === null ? 'appeal-waits' : granted ? 'appeal-granted' : 'appeal-refused')}</p>
      {byInstallation ? <p>{t('appeal-by-installation')}</p> : null}
      {facts ? <p dir="auto">{facts}</p> : null}
      {granted ? null : <p className="np-soft">{t(granted === null ? 'appeal-waits-long' : 'appeal-next')}</p>}
    </>
  )
}
