import type { ReactNode } from 'react'
import { useI18n } from '@/i18n'
import { languageNames } from '@/lib/languages'
import type { FacetKind, HitReason, Person } from '../api'
import { KNOWN_FOR } from '../words'
import '../people.css'

const KINDS: readonly FacetKind[] = ['expertise', 'interest', 'region']

/** Somebody who wants to be found, what they show, and why they were found. */
export function PersonCard(props: { person: Person; act?: ReactNode }) {
  const { t, locale } = useI18n()
  const { person } = props
  const why = (reason: HitReason) => (reason.kind === 'name' ? t('people-by-name') : reason.term.name)
  const said = (kind: FacetKind) => person.facets.filter((facet) => facet.kind === kind).map(({ term }) => term.name)
  return (
    <li className="np-sheet np-person">
      <div className="np-stack np-stack--tight">
        <h3>
          <bdi>{person.name}</bdi>
        </h3>
        <dl className="np-known">
          {KINDS.filter((kind) => said(kind).length > 0).map((kind) => (
            <div key={kind}>
              <dt>{t(KNOWN_FOR[kind])}</dt>
              <dd>{said(kind).join(', ')}</dd>
            </div>
          ))}
          {person.languages.length > 0 ? (
            <div>
              <dt>{t('people-languages')}</dt>
              <dd>{person.languages.map(languageNames(locale, t)).join(', ')}</dd>
            </div>
          ) : null}
          {person.roles.map(({ organisation, role }) => (
            <div key={organisation}>
              <dt>
                <bdi>{organisation}</bdi>
              </dt>
              <dd dir="auto">{role}</dd>
            </div>
          ))}
        </dl>
        {person.experience ? (
          <p className="np-prose np-prose--plain" dir="auto">
            {person.experience}
          </p>
        ) : null}
        {person.story ? (
          <details className="np-fold">
            <summary>{t('people-story', { name: person.name })}</summary>
            <p className="np-prose np-prose--plain" dir="auto">
              {person.story}
            </p>
          </details>
        ) : null}
        {person.reasons.length > 0 ? <p className="np-soft np-small">{t('people-found-by', { reasons: person.reasons.map(why).join(', ') })}</p> : null}
      </div>
      {props.act}
    </li>
  )
}
