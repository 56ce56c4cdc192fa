import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Select } from '@/ui/field'
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
  // By arrow keys one passes several: they are saved one after another, and of those that wait only the last.
  const last = useRef(0)
  const save = useMutation({
    scope: { id: `level-${issue}` },
    mutationFn: async ({ wanted, turn }: { wanted: Level | null; turn: number }) => {
      if (turn === last.current) await chooseIssueLevel(issue, wanted)
    },
    // An earlier one may have been saved where the last was refused.
    onSettled: async (_, error, { turn }) => {
      if (turn !== last.current) return
      await client.invalidateQueries({ queryKey: ['standing'] })
      if (!error && turn === last.current) toast(t('standing-saved'))
    },
  })
  const { error } = save
  return (
    <>
      <Select
        label={label}
        value={(save.isPending ? save.variables.wanted : level) ?? ''}
        onChange={(event) => save.mutate({ wanted: (event.currentTarget.value || null) as Level | null, turn: ++last.current })}
      >
        <option value="">{t('standing-as-settings')}</option>
        <LevelOptions />
      </Select>
      {error ? <Alert kind="error">{isProblem(error) ? error.detail : t('offline-text')}</Alert> : null}
    </>
  )
}
