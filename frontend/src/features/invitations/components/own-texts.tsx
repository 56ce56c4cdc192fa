import { useI18n } from '@/i18n'
import { TextArea } from '@/ui/field'

/** From here on the list folds away: somebody who asks many has one text for all. */
const MANY = 6

/** Words of one's own for each of them; left empty, the words for everyone are sent. */
export function OwnTexts(props: { who: readonly string[]; nameOf: (who: string) => string; own: Readonly<Record<string, string>>; onWrite: (own: Record<string, string>) => void }) {
  const { t } = useI18n()
  const { who, nameOf, own, onWrite } = props
  if (who.length < 2) return null
  const texts = who.map((one) => (
    <TextArea optional key={one} label={t('invite-own-text', { name: nameOf(one) })} rows={2} maxLength={2000} value={own[one] ?? ''} onInput={(event) => onWrite({ ...own, [one]: event.currentTarget.value })} />
  ))
  if (who.length > MANY) {
    return (
      <details className="np-fold">
        <summary>{t('invite-own-texts')}</summary>
        <div className="np-stack">{texts}</div>
      </details>
    )
  }
  return (
    <fieldset className="np-fieldset np-stack">
      <legend>{t('invite-own-texts')}</legend>
      <p className="np-soft np-small">{t('invite-own-texts-hint')}</p>
      {texts}
    </fieldset>
  )
}
