import { useI18n } from '@/i18n'
import { Choice, Fieldset } from './field'

interface Term {
  id: string
  name: string
}

interface Props {
  legend: string
  hint?: string
  terms: readonly Term[]
  chosen: readonly string[]
  onChange: (terms: string[]) => void
}

/** A long list folds away; what was chosen stays in sight. */
export function TermChoices({ legend, hint, terms, chosen, onChange }: Props) {
  const { t } = useI18n()
  if (terms.length === 0) return null
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))
  const names = terms.filter((term) => chosen.includes(term.id)).map((term) => term.name)
  return (
    <Fieldset optional legend={legend} {...(hint ? { hint } : {})}>
      <details className="np-fold">
        <summary>
          <span className="np-hidden">{legend}: </span>
          {names.length > 0 ? names.join(', ') : t('choice-none')}
        </summary>
        <div className="np-choices">
          {terms.map((term) => (
            <Choice key={term.id} type="checkbox" label={term.name} checked={chosen.includes(term.id)} onChange={(event) => toggle(term.id, event.currentTarget.checked)} />
          ))}
        </div>
      </details>
    </Fieldset>
  )
}
