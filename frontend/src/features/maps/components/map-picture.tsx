import type { DebatePosition } from '@/api/types'
import { useI18n } from '@/i18n'
import { type Arc, drawn, type MapText, SHAPE, WIDTH } from '../layout'
import { IMPACT, LIKELIHOOD, RELATION, RELATIONS, ROLE } from '../words'
import '../maps.css'

const NAME_X = 128
const LINE = 17

/** The debate from one end to the other. All that it shows stands below it in words too. */
export function MapPicture({ text }: { text: MapText }) {
  const { t } = useI18n()
  const below = (it: DebatePosition) => (it.risk ? 2 : 1)
  const picture = drawn(text, below)
  const kinds = RELATIONS.filter((kind) => picture.arcs.some((arc) => arc.kind === kind))
  return (
    <figure className="np-map np-stack np-stack--tight">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(picture.height)}`} role="img" aria-label={t('map-picture', { subject: text.subject })}>
        {picture.bands.map((band) => (
          <rect key={band.y} className={band.isBetween ? 'np-map__between' : 'np-map__side'} x="1" y={band.y} width={WIDTH - 2} height={band.height} rx="6" />
        ))}
        <Pole {...picture.one} />
        <Pole {...picture.other} />
        {picture.arcs.map(({ key, ...arc }) => (
          <ArcLine key={key} {...arc} />
        ))}
        {picture.rows.map(({ position, name, x, y }) => {
          const top = y - ((name.length + below(position) - 1) * LINE) / 2
          const { risk } = position
          return (
            <g key={position.number} className="np-map__row">
              <path className={`np-map__mark np-map__mark--${position.role}`} d={SHAPE[position.role]} transform={`translate(${String(x)} ${String(y)})`} />
              <text className="np-map__number" x={x} y={y + 1} textAnchor="middle">
                {position.number}
              </text>
              {name.map((line, index) => (
                <text key={line} className="np-map__name" x={NAME_X} y={top + index * LINE}>
                  {line}
                </text>
              ))}
              <text className="np-map__role" x={NAME_X} y={top + name.length * LINE}>
                {t(ROLE[position.role].name)}
              </text>
              {risk ? (
                <text className="np-map__risk" x={NAME_X} y={top + (name.length + 1) * LINE}>
                  {t('map-risk-short', { likelihood: t(LIKELIHOOD[risk.likelihood]), impact: t(IMPACT[risk.impact]) })}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <figcaption className="np-stack np-stack--tight">
        {kinds.length > 0 ? (
          <ul role="list" className="np-map__key">
            {kinds.map((kind) => (
              <li key={kind}>
                <svg className="np-map__sample" viewBox="0 0 36 12" aria-hidden="true">
                  <ArcLine kind={kind} line="M0 6H30" head="M36 6l-8 -4v8z" />
                </svg>
                {t(RELATION[kind])}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="np-soft np-small">{t('map-picture-words')}</p>
      </figcaption>
    </figure>
  )
}

function Pole({ lines, y }: { lines: readonly string[]; y: number }) {
  return lines.map((line, index) => (
    <text key={line} className="np-map__pole" x="8" y={y + index * LINE}>
      {line}
    </text>
  ))
}

function ArcLine({ kind, line, head }: Omit<Arc, 'key'>) {
  return (
    <g className={`np-map__arc np-map__arc--${kind}`}>
      <path className="np-map__line" d={line} />
      <path className="np-map__head" d={head} />
    </g>
  )
}
