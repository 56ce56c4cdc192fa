import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Choice, Fieldset, TextField } from '@/ui/field'
import type { Waves } from '../writing'

interface Props {
  waves: Waves
  /** A list is there already: its rhythm holds. */
  runs: boolean
  /** What is wrong, by field. */
  faults: Partial<Record<string, string>>
  onWrite: (waves: Waves) => void
}

/** Everybody now, or a few people first. */
export function WavesChoice({ waves, runs, faults, onWrite }: Props) {
  const { t } = useI18n()
  const number = (field: 'size' | 'waitDays' | 'enough') => ({
    id: `waves-${field}`,
    short: true,
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: waves[field],
    ...(faults[field] ? { error: faults[field] } : {}),
    onInput: (event: { currentTarget: HTMLInputElement }) => onWrite({ ...waves, [field]: event.currentTarget.value }),
  })
  return (
    <div className="np-stack">
      <Fieldset legend={t('waves-how')}>
        <Choice type="radio" name="waves" label={t('waves-all-now')} hint={t('waves-all-now-hint')} checked={!waves.on} onChange={() => onWrite({ ...waves, on: false })} />
        <Choice type="radio" name="waves" label={t('waves-some')} hint={t('waves-some-hint')} checked={waves.on} onChange={() => onWrite({ ...waves, on: true })} />
      </Fieldset>
      {waves.on && runs ? <Alert kind="info">{t('waves-runs')}</Alert> : null}
      {waves.on && !runs ? (
        <div className="np-stack np-stack--tight">
          <TextField required label={t('waves-size')} {...number('size')} />
          <TextField required label={t('waves-wait')} {...number('waitDays')} />
          <TextField optional label={t('waves-enough')} hint={t('waves-enough-hint')} {...number('enough')} />
        </div>
      ) : null}
    </div>
  )
}
