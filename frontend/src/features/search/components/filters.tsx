import { useId, useState } from 'react'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import type { Found } from '../api'
import { endsBeforeItBegins, isMeant, narrowing, type SearchFilter, widest } from '../filter'

interface Props {
  filter: SearchFilter
  found: Found | undefined
  onChange: (change: Partial<SearchFilter>) => void
}

type Option = readonly [value: string, name: string, count: number]

/** Only what the asker may see is offered: the choices come from what was found. */
export function SearchFilters(props: Props) {
  const { t } = useI18n()
  const { filter, found, onChange } = props
  // Beside the results there is room for them; above the results they would be in the way.
  const [opened] = useState(() => narrowing(filter) > 0 || matchMedia('(min-width: 62rem)').matches)
  const counted = found?.more === false
  const count = narrowing(filter)
  const terms = (list: Found['facets']['theme'] = []): Option[] => list.map(({ id, name, count: many }) => [id, name, many])
  const wrong = endsBeforeItBegins(filter)
  const day = (name: 'from' | 'to') => (event: { currentTarget: HTMLInputElement }) => (isMeant(event.currentTarget.value) ? onChange({ [name]: event.currentTarget.value }) : undefined)
  const clear = () => {
    onChange({ ...widest(filter), kind: filter.kind })
    // The button goes: one goes on at what is found now, or at the question.
    requestAnimationFrame(() => (document.getElementById('search-found') ?? document.getElementById('search-words'))?.focus())
  }
  return (
    <details className="np-search-filters" open={opened}>
      <summary>{count > 0 ? t('search-filters-on', { count }) : t('search-filters')}</summary>
      <search className="np-search-filters__fields" aria-label={t('search-filters')}>
        <Choose
          label={t('search-tenant')}
          value={filter.tenant}
          counted={counted}
          options={found?.facets.tenant.map(({ slug, name, count: many }) => [slug, name, many]) ?? []}
          onChange={(tenant) => onChange({ tenant })}
        />
        <Choose label={t('filter-theme')} value={filter.theme} counted={counted} options={terms(found?.facets.theme)} onChange={(theme) => onChange({ theme })} />
        <Choose label={t('filter-region')} value={filter.region} counted={counted} options={terms(found?.facets.region)} onChange={(region) => onChange({ region })} />
        <TextField type="date" label={t('search-period-from')} value={filter.from} onChange={day('from')} />
        <TextField
          type="date"
          label={t('search-period-to')}
          value={filter.to}
          error={wrong ? t('search-period-wrong') : undefined}
          onChange={day('to')}
        />
        {count > 0 ? (
          <div className="np-search-filters__clear">
            <Button onClick={clear}>{t('filter-clear')}</Button>
          </div>
        ) : null}
      </search>
    </details>
  )
}

/** What was chosen stays a choice, also when nothing of it is left. */
function Choose(props: { label: string; value: string; counted: boolean; options: Option[]; onChange: (value: string) => void }) {
  const { t } = useI18n()
  const id = useId()
  const [names, remember] = useState<ReadonlyMap<string, string>>(new Map())
  const fresh = props.options.filter(([value]) => !names.has(value))
  if (fresh.length > 0) remember(new Map([...names, ...fresh.map(([value, name]) => [value, name] as const)]))
  const gone = props.value !== '' && props.options.every(([value]) => value !== props.value)
  return (
    <Select id={id} label={props.label} value={props.value} disabled={props.options.length === 0 && !gone} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <option value="">{t('filter-all')}</option>
      {gone ? <option value={props.value}>{names.get(props.value) ?? t('search-chosen')}</option> : null}
      {props.options.map(([value, name, count]) => (
        <option key={value} value={value}>
          {props.counted ? t('search-option', { name, count }) : name}
        </option>
      ))}
    </Select>
  )
}
