import type { OwnReport } from '@/api/types'
import { useI18n } from '@/i18n'
import { Said } from './said'

/** What the reader said against a decision, and what somebody else thinks of it. */
export function OwnAppeal({ appeal }: { appeal: NonNullable<OwnReport['appeal']> }) {
  const { t } = useI18n()
  const { granted, facts, words } = appeal
  return (
    <>
      <Said title={t('appeal-own')} text={words} />
      <p>{t(granted === null || granted === undefined ? 'appeal-waits' : granted ? 'appeal-granted' : 'appeal-refused')}</p>
      {facts ? <p dir="auto">{facts}</p> : null}
    </>
  )
}
