import type { Regime, Visibility } from '@/api/types'
import { useI18n } from '@/i18n'
import { Choice, Fieldset } from '@/ui/field'
import type { Fields } from '../form'
import { REGIME, VISIBILITY } from '../words'

/** Who may read, and under which rules people talk: said in words, chosen before anybody speaks. */
export function RoomChoices(props: { fields: Fields; onChange: (changes: Partial<Fields>) => void }) {
  const { t } = useI18n()
  const { fields, onChange } = props
  return (
    <>
      <Fieldset legend={t('issue-visibility')}>
        {(Object.keys(VISIBILITY) as Visibility[]).map((visibility) => (
          <Choice
            key={visibility}
            type="radio"
            name="visibility"
            label={t(VISIBILITY[visibility].key)}
            hint={t(VISIBILITY[visibility].hint)}
            checked={fields.visibility === visibility}
            onChange={() => onChange(visibility === 'invited' ? { visibility, regime: 'trusted' } : { visibility })}
          />
        ))}
      </Fieldset>
      <Fieldset legend={t('issue-regime')}>
        {(Object.keys(REGIME) as Regime[]).map((regime) => (
          <Choice
            key={regime}
            type="radio"
            name="regime"
            label={t(REGIME[regime].key)}
            hint={t(REGIME[regime].hint)}
            checked={fields.regime === regime}
            onChange={() => onChange({ regime })}
          />
        ))}
      </Fieldset>
    </>
  )
}
