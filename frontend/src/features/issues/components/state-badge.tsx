import type { IssueState } from '@/api/types'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { STATE } from '../words'

export function IssueStateBadge(props: { state: IssueState }) {
  const { t } = useI18n()
  const { key, tone } = STATE[props.state]
  return <StatusBadge tone={tone}>{t(key)}</StatusBadge>
}
