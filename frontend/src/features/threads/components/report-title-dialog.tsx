import { useI18n } from '@/i18n'
import { reportIssue, reportTitle } from '../api'
import { ReportForm } from './report-post'

const OF = {
  title: { title: 'report-title-title', hint: 'report-title-words-hint', send: reportTitle },
  issue: { title: 'report-title-issue', hint: 'report-issue-words-hint', send: reportIssue },
} as const

interface Props {
  tenant: string
  id: string
  about: keyof typeof OF
  owner: string
  onClose: () => void
}

/** What is wrong with the title of a conversation, or with an issue. */
export default function ReportTitleDialog({ tenant, id, about, owner, onClose }: Props) {
  const { t } = useI18n()
  const { title, hint, send } = OF[about]
  return <ReportForm title={t(title)} hint={t(hint)} draft={`${owner}/report-${about}-${id}`} onReport={(form, key) => send(tenant, id, form, key)} onClose={onClose} />
}
