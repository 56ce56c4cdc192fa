import type { Issue } from '@/api/types'
import { useI18n } from '@/i18n'
import { readersOf } from '../words'
import { RegimeRule } from './regime-rule'

/** Who may read an issue and under which rules people talk in it. */
export function Audience({ issue }: { issue: Issue }) {
  const { t } = useI18n()
  return (
    <p className="np-soft np-small np-measure">
      {readersOf(issue).map((key) => `${t(key)} `)}
      <RegimeRule regime={issue.regime} />
    </p>
  )
}
