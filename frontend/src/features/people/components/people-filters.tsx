import { useEffect, useState } from 'react'
import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import type { PeopleFilter } from '../api'
import '../people.css'

interface Props {
  filter: PeopleFilter
  expertise: readonly Term[]
  interests: readonly Term[]
  regions: readonly Term[]
  onChange: (change: Partial<PeopleFilter>) => void
}

export function PeopleFilters(props: Props) {
  const { t } = useI18n()
  const { filter, onChange } = props
  const [words, setWords] = useState(filter.q)
  // Back and a filter that is cleared change what the address asks.
  useEffect(() => setWords(filter.q), [filter.q])
  // What was typed counts with each choice: nobody looks at a list that their own words are not about.
  const ask = (change: Partial<PeopleFilter>) => onChange({ q: words.trim(), ...change })
  return (
    <search aria-label={t('people-filter-label')}>
      <form
        className="np-filters"
        onSubmit={(event) => {
          event.preventDefault()
          ask({})
        }}
      >
        <TextField label={t('people-words')} type="search" name="q" autoComplete="off" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        <TermSelect label={t('people-expertise')} terms={props.expertise} value={filter.expertise} onChange={(expertise) => ask({ expertise })} />
        <TermSelect label={t('people-interest')} terms={props.interests} value={filter.interest} onChange={(interest) => ask({ interest })} />
        <TermSelect label={t('filter-region')} terms={props.regions} value={filter.region} onChange={(region) => ask({ region })} />
        <div>
          <Button appearance="primary" type="submit">
            {t('people-search')}
          </Button>
        </div>
      </form>
    </search>
  )
}

function TermSelect(props: { label: string; terms: readonly Term[]; value: string; onChange: (value: string) => void }) {
  const { t } = useI18n()
  if (props.terms.length === 0) return null
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <option value="">{t('filter-all')}</option>
      {props.terms.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
    </Select>
  )
}
