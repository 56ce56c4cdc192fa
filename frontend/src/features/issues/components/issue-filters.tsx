import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { Select } from '@/ui/field'
import type { IssueFilter } from '../api'
import { STATE } from '../words'
import '../issues.css'

const STATES = ['open', 'orientation', 'concluding', 'closed', 'proposed', 'paused'] as const

export function IssueFilters(props: { filter: IssueFilter; themes: readonly Term[]; regions: readonly Term[]; onChange: (name: keyof IssueFilter, value: string) => void }) {
  const { t } = useI18n()
  const { filter, onChange } = props
  return (
    <search className="np-filters" aria-label={t('filter-label')}>
      <Select label={t('filter-state')} value={filter.state} onChange={(event) => onChange('state', event.currentTarget.value)}>
        <option value="">{t('filter-all')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(STATE[state].key)}
          </option>
        ))}
      </Select>
      <TermSelect label={t('filter-theme')} all={t('filter-all')} terms={props.themes} value={filter.theme} onChange={(value) => onChange('theme', value)} />
      <TermSelect label={t('filter-region')} all={t('filter-all')} terms={props.regions} value={filter.region} onChange={(value) => onChange('region', value)} />
    </search>
  )
}

function TermSelect(props: { label: string; all: string; terms: readonly Term[]; value: string; onChange: (value: string) => void }) {
  if (props.terms.length === 0) return null
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <option value="">{props.all}</option>
      {props.terms.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
    </Select>
  )
}
