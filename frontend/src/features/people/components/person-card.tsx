import { useI18n } from '@/i18n'
import { DataBadge } from '@/ui/badge'
import type { HitReason, Person } from '../api'
import { SAYS } from '../words'

/** Somebody who wants to be found, what they show, and why they were found. */
export function PersonCard(props: { person: Person }) {
  const { t } = useI18n()
  const { person } = props
  const why = (reason: HitReason) => (reason.kind === 'name' ? t('people-by-name') : reason.term.name)
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3>
        <bdi>{person.name}</bdi>
      </h3>
      <ul role="list" className="np-row">
        {person.facets.map(({ kind, term }) => (
          <li key={`${kind} ${term.id}`}>
            <DataBadge>{t(SAYS[kind], { term: term.name })}</DataBadge>
          </li>
        ))}
      </ul>
      {person.reasons.length > 0 ? <p className="np-soft np-small">{t('people-found-by', { reasons: person.reasons.map(why).join(', ') })}</p> : null}
    </li>
  )
}
