import { useI18n } from '@/i18n'
import { useStrength } from '../use-strength'
import { HINT, STRENGTH } from '../words'
import '../account.css'

/** Words first; the bar repeats them for the eye. */
export function StrengthMeter({ password }: { password: string }) {
  const { t } = useI18n()
  const strength = useStrength(password)
  const word = strength ? STRENGTH[strength.hint && strength.score > 2 ? 2 : strength.score] : undefined
  const hint = strength?.hint ? HINT[strength.hint] : undefined
  return (
    <div className="np-strength" data-score={strength?.score ?? 0}>
      <meter aria-hidden="true" min={0} max={4} value={strength?.score ?? 0} />
      <p role="status" className="np-small">
        {strength && word ? t('password-strength', { word: t(word) }) : null}
        {hint ? ` ${t(hint)}` : null}
      </p>
    </div>
  )
}
