import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { reportTitle } from '../api'
import { ReportForm } from './report-post'

/** What is wrong with the title of a conversation. */
export default function ReportTitleDialog({ tenant, thread, owner, onClose }: { tenant: string; thread: Thread; owner: string; onClose: () => void }) {
  const { t } = useI18n()
  return <ReportForm title={t('report-title-title')} hint={t('report-title-words-hint')} draft={`${owner}/report-title-${thread.id}`} onReport={(form, key) => reportTitle(tenant, thread.id, form, key)} onClose={onClose} />
}
