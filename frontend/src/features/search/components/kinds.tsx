import { useI18n } from '@/i18n'
import type { Found } from '../api'
import { KINDS, type Kind } from '../filter'
import { MANY } from '../words'

/** What kind of thing is wanted. Numbers only when everything was counted. */
export function Kinds(props: { chosen: Kind | ''; found: Found | undefined; onChoose: (kind: Kind | '') => void }) {
  const { t } = useI18n()
  const counts = new Map(props.found?.more ? [] : props.found?.facets.kind.map(({ kind, count }) => [kind, count]))
  const button = (kind: Kind | '', name: string, count: number | undefined) => (
    <li key={kind}>
      <button type="button" className="np-chip" aria-pressed={props.chosen === kind} onClick={() => props.onChoose(kind)}>
        {name}
        {count ? <span className="np-chip__count">{count}</span> : null}
      </button>
    </li>
  )
  return (
    <ul role="list" className="np-chips" aria-label={t('search-kinds')}>
      {button('', t('filter-all'), undefined)}
      {KINDS.map((kind) => button(kind, t(MANY[kind]), counts.get(kind)))}
    </ul>
  )
}
