import type { ReactNode } from 'react'
import type { DebatePosition } from '@/api/types'
import { useI18n } from '@/i18n'
import { inOrder, type MapText, SHAPE } from '../layout'
import { IMPACT, LIKELIHOOD, RELATION, ROLE } from '../words'

/** The same as the picture, and more, in words. */
export function MapWords({ text }: { text: MapText }) {
  const { t } = useI18n()
  const called = new Map(text.positions.map((it) => [it.number, it.name]))
  return (
    <section className="np-stack" aria-labelledby="partijen">
      <h2 id="partijen">{t('map-positions')}</h2>
      {text.positions.length === 0 ? <p className="np-soft">{t('map-positions-none')}</p> : null}
      <ul role="list" className="np-map__list np-stack">
        {inOrder(text.positions).map((it) => (
          <li key={it.number} className="np-sheet np-stack np-stack--tight">
            <h3 className="np-map__title">
              <svg className="np-map__sample" viewBox="-16 -16 32 32" aria-hidden="true">
                <path className={`np-map__mark np-map__mark--${it.role}`} d={SHAPE[it.role]} />
              </svg>
              <span>{it.number}.</span> <bdi>{it.name}</bdi>
            </h3>
            <dl className="np-map__facts">
              <Fact name={t('map-role')}>
                {t(ROLE[it.role].name)}
                {it.side === 'between' ? null : <Side side={it.side} text={text} />}
              </Fact>
              {it.interests ? <Fact name={t('map-interests')}>{it.interests}</Fact> : null}
              {it.needs ? <Fact name={t('map-needs')}>{it.needs}</Fact> : null}
              {it.risk ? (
                <Fact name={t('map-risk')}>
                  {it.risk.words}
                  <span className="np-soft"> ({t('map-risk-short', { likelihood: t(LIKELIHOOD[it.risk.likelihood]), impact: t(IMPACT[it.risk.impact]) })})</span>
                </Fact>
              ) : null}
              {(it.relations ?? []).length > 0 ? (
                <Fact name={t('map-relations')}>
                  <ul>
                    {(it.relations ?? []).map(({ to, kind }) => (
                      <li key={`${String(to)} ${kind}`}>
                        {t(RELATION[kind])}: <bdi>{called.get(to)}</bdi>
                      </li>
                    ))}
                  </ul>
                </Fact>
              ) : null}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Side({ side, text }: { side: DebatePosition['side']; text: MapText }) {
  const { t } = useI18n()
  return <span className="np-soft"> ({t('map-side-of', { side: side === 'one' ? text.one : text.other })})</span>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}
