import { useI18n } from '@/i18n'
import { languageNames } from '@/lib/languages'
import { Choice, Fieldset } from '@/ui/field'
import type { Suggestion } from '../api'
import { REASON } from '../words'
import type { Chosen, Writing } from '../writing'

interface Props {
  suggestions: readonly Suggestion[]
  writing: Pick<Writing, 'chosen' | 'seen'>
  onChoose: (one: Chosen, on: boolean) => void
}

/** People who fit, each with the reason; whoever was chosen elsewhere stands with them. */
export function Suggestions({ suggestions, writing: { chosen, seen }, onChoose }: Props) {
  const { t } = useI18n()
  const others = seen.filter(({ person }) => suggestions.every((suggestion) => suggestion.person !== person))
  const isChosen = (person: string) => chosen.some((one) => one.person === person)
  if (suggestions.length === 0 && others.length === 0) {
    return (
      <div className="np-stack np-stack--tight">
        <h2>{t('invite-suggestions')}</h2>
        <p className="np-soft">{t('invite-suggestions-none')}</p>
      </div>
    )
  }
  const why = (suggestion: Suggestion) =>
    [...suggestion.reasons.map(({ kind, term }) => t(REASON[kind], { term: term.name })), ...(suggestion.askedOften ? [t('invite-asked-often')] : [])].join(' · ')
  return (
    <>
      {others.length > 0 ? (
        <Fieldset legend={t('invite-chosen-elsewhere')}>
          {others.map((one) => (
            <Choice key={one.person} type="checkbox" label={one.name} checked={isChosen(one.person)} onChange={(event) => onChoose(one, event.currentTarget.checked)} />
          ))}
        </Fieldset>
      ) : null}
      {suggestions.length > 0 ? (
        <Fieldset legend={t('invite-suggestions')} hint={t('invite-suggestions-hint')}>
          <div className="np-suggested">
            {suggestions.map((suggestion) => (
              <div key={suggestion.person}>
                <Choice
                  type="checkbox"
                  label={suggestion.name}
                  hint={why(suggestion)}
                  checked={isChosen(suggestion.person)}
                  onChange={(event) => onChoose({ person: suggestion.person, name: suggestion.name }, event.currentTarget.checked)}
                />
                <Said suggestion={suggestion} />
              </div>
            ))}
          </div>
        </Fieldset>
      ) : null}
    </>
  )
}

/** What somebody tells of themselves beside the reason; it played no part in the choice. */
function Said({ suggestion: { name, experience, languages } }: { suggestion: Suggestion }) {
  const { t, locale } = useI18n()
  if (!experience && languages.length === 0) return null
  return (
    <div className="np-suggested__said np-small">
      {languages.length > 0 ? (
        <p>
          {t('people-languages')}: {languages.map(languageNames(locale, t)).join(', ')}
        </p>
      ) : null}
      {experience ? (
        <details className="np-fold">
          <summary>{t('invite-experience', { name })}</summary>
          <p className="np-prose np-prose--plain" dir="auto">
            {experience}
          </p>
        </details>
      ) : null}
    </div>
  )
}
