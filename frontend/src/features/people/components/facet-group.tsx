import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Choice, Fieldset, Select } from '@/ui/field'
import type { Audience, FacetKind } from '../api'
import { AUDIENCE, AUDIENCES, QUESTION } from '../words'
import '../people.css'

interface Props {
  kind: FacetKind
  terms: readonly Term[]
  chosen: ReadonlyMap<string, Audience>
  /** When consent was given. */
  since: ReadonlyMap<string, string>
  onChange: (term: string, audience: Audience | null) => void
}

/** The words of one kind; each that is chosen gets an audience of its own. */
export function FacetGroup({ kind, terms, chosen, since, onChange }: Props) {
  const { t, locale } = useI18n()
  if (terms.length === 0) return null
  const mine = terms.filter((term) => chosen.has(term.id))
  return (
    <Fieldset legend={t(QUESTION[kind])}>
      <details className="np-fold">
        <summary>
          <span className="np-hidden">{t(QUESTION[kind])}: </span>
          {mine.length > 0 ? mine.map((term) => term.name).join(', ') : t('choice-none')}
        </summary>
        <div className="np-terms">
          {terms.map((term) => (
            <Choice key={term.id} type="checkbox" label={term.name} checked={chosen.has(term.id)} onChange={(event) => onChange(term.id, event.currentTarget.checked ? 'facilitators' : null)} />
          ))}
        </div>
      </details>
      <div className="np-terms">
        {mine.map((term) => {
          const day = since.get(term.id)
          return (
            <Select
              key={term.id}
              label={t('facet-audience', { term: term.name })}
              {...(day ? { hint: t('facet-since', { day: longDay(locale, day) }) } : {})}
              value={chosen.get(term.id) ?? 'nobody'}
              onChange={(event) => onChange(term.id, event.currentTarget.value as Audience)}
            >
              {AUDIENCES.map((audience) => (
                <option key={audience} value={audience}>
                  {t(AUDIENCE[audience])}
                </option>
              ))}
            </Select>
          )
        })}
      </div>
    </Fieldset>
  )
}
