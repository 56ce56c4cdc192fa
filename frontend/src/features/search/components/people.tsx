import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import type { Found, FoundPerson } from '../api'

/** Beside other things only the first ones: the rest is one button away. */
const FIRST = 3

export function PeopleFound(props: { found: Found; alone: boolean; onAll: () => void }) {
  const { t } = useI18n()
  const { people, peopleLater } = props.found
  if (peopleLater) return <p className="np-soft np-measure">{t('search-people-later')}</p>
  if (people.length === 0) return null
  const shown = props.alone ? people : people.slice(0, FIRST)
  return (
    <section className="np-stack np-stack--tight np-wide-measure" aria-labelledby="search-people">
      <h3 id="search-people" className={props.alone ? 'np-hidden' : undefined}>
        {t('search-kinds-person')}
      </h3>
      <ul role="list" className="np-people">
        {shown.map((person) => (
          <PersonHit key={`${person.tenant} ${person.person}`} person={person} />
        ))}
      </ul>
      {shown.length < people.length ? (
        <div>
          <Button appearance="subtle" onClick={props.onAll}>
            {t('search-people-all', { count: people.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Somebody who wants to be found, with what they show; the directory of the organisation has the rest. */
function PersonHit({ person }: { person: FoundPerson }) {
  const { t } = useI18n()
  const facets = [...person.facets].sort((one, other) => Number(other.matched) - Number(one.matched))
  return (
    <li className="np-card np-hit">
      <h4>
        <a className="np-card__link" href={`${paths.people(person.tenant)}?q=${encodeURIComponent(person.name)}`}>
          <bdi>{person.name}</bdi>
        </a>
      </h4>
      <p className="np-small">
        {facets.map((facet, place) => (
          <span key={`${facet.kind} ${facet.name}`}>
            {place > 0 ? ', ' : ''}
            {facet.matched ? <mark>{facet.name}</mark> : facet.name}
          </span>
        ))}
      </p>
      <p className="np-soft np-small">{t('search-found-in', { name: person.tenantName })}</p>
    </li>
  )
}
