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
  onChange: (name: keyof PeopleFilter, value: string) => void
}

export function PeopleFilters(props: Props) {
  const { t } = useI18n()
  const { filter, onChange } = props
  const [words, setWords] = useState(filter.q)
  // Back and a filter that is cleared change what the address asks.
  useEffect(() => setWords(filter.q), [filter.q])
  return (
    <search aria-label={t('people-filter-label')}>
      <form
        className="np-filters"
        onSubmit={(event) => {
          event.preventDefault()
          onChange('q', words.trim())
        }}
      >
        <TextField label={t('people-words')} type="search" name="q" autoComplete="off" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        <TermSelect label={t('people-expertise')} terms={props.expertise} value={filter.expertise} onChange={(value) => onChange('expertise', value)} />
        <TermSelect label={t('people-interest')} terms={props.interests} value={filter.interest} onChange={(value) => onChange('interest', value)} />
        <TermSelect label={t('filter-region')} terms={props.regions} value={filter.region} onChange={(value) => onChange('region', value)} />
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
