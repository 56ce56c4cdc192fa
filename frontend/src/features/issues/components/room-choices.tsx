import type { Issue, Visibility } from '@/api/types'
import { useI18n } from '@/i18n'
import { REGIME, REGIMES } from '@/lib/regimes'
import { Choice, Fieldset } from '@/ui/field'
import type { Fields } from '../form'
import { VISIBILITY } from '../words'

interface Props {
  state: Issue['state']
  fields: Fields
  onChange: (changes: Partial<Fields>) => void
}

/** Who may read, and under which rules people talk: said in words, chosen before anybody speaks. */
export function RoomChoices({ state, fields, onChange }: Props) {
  const { t } = useI18n()
  if (state !== 'draft' && state !== 'proposed' && state !== 'declined') return <Fixed fields={fields} />
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
        {REGIMES.map((regime) => (
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

/** What was promised to those who spoke does not change any more. */
function Fixed({ fields }: { fields: Fields }) {
  const { t } = useI18n()
  const visibility = VISIBILITY[fields.visibility]
  const regime = REGIME[fields.regime]
  return (
    <>
      <p className="np-soft">{t('issue-room-fixed')}</p>
      <dl className="np-facts">
        <dt>{t('issue-visibility')}</dt>
        <dd>
          {t(visibility.key)}. <span className="np-soft">{t(visibility.hint)}</span>
        </dd>
        <dt>{t('issue-regime')}</dt>
        <dd>
          {t(regime.key)}. <span className="np-soft">{t(regime.hint)}</span>
        </dd>
      </dl>
    </>
  )
}
