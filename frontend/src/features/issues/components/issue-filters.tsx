import type { Term } from '@/api/types'
import { useI18n } from '@/i18n'
import { Select } from '@/ui/field'
import { TermSelect } from '@/ui/term-select'
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
