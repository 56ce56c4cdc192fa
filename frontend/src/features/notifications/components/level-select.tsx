import { useQueryClient } from '@tanstack/react-query'
import { useChoice } from '@/api/use-choice'
import { useI18n } from '@/i18n'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { chooseIssueLevel, type Level } from '../settings-api'
import { LevelOptions } from './level-options'

interface Props {
  issue: string
  /** As the server has it; null is as for every issue. */
  level: Level | null
  label: string
}

/** How soon one hears of one issue; what is chosen is saved at once. */
export function LevelSelect({ issue, level, label }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { value, choose, error } = useChoice({
    name: `level-${issue}`,
    held: level,
    save: (wanted) => chooseIssueLevel(issue, wanted),
    refresh: () => client.invalidateQueries({ queryKey: ['standing'] }),
    onSaved: () => toast(t('standing-saved')),
  })
  return (
    <>
      <Select label={label} value={value ?? ''} onChange={(event) => choose((event.currentTarget.value || null) as Level | null)}>
        <option value="">{t('standing-as-settings')}</option>
        <LevelOptions />
      </Select>
      <Refused error={error} />
    </>
  )
}
