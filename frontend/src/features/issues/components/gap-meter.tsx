import type { Issue, Need } from '@/api/types'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { StatusBadge } from '@/ui/badge'
import { GAP, NEED, seeksNobody } from '../words'
import '../issues.css'

/**
 * Which views the issue needs, then those that are welcome: what such a person has seen or done, one word and a
 * sentence; never how many people there are. Why, when only one group is asked. Nothing where nobody is looked for.
 */
export function GapMeter({ issue, title }: { issue: Issue; title?: string }) {
  const { t } = useI18n()
  const written = useWritten()
  const { perspectives, state, whyOne } = issue
  if (perspectives.length === 0 || seeksNobody(state)) return null
  return (
    <section className="np-sheet np-stack np-stack--tight">
      <h2>{title ?? t('gap-title')}</h2>
      <p className="np-soft np-small">{t('gap-hint')}</p>
      {perspectives.length === 1 && whyOne ? (
        <>
          <h3>{t('gap-why-one')}</h3>
          <p className="np-prose--plain" dir="auto" lang={written(whyOne)}>
            {whyOne}
          </p>
        </>
      ) : null}
      {(Object.keys(NEED) as Need[]).map((need) => (
        <Asked key={need} need={need} of={perspectives.filter((perspective) => perspective.need === need)} />
      ))}
    </section>
  )
}

function Asked({ need, of }: { need: Need; of: Issue['perspectives'] }) {
  const { t } = useI18n()
  const written = useWritten()
  if (of.length === 0) return null
  return (
    <>
      <h3>{t(NEED[need].key)}</h3>
      <ul role="list" className="np-gap">
        {of.map(({ id, name, experience, gap }) => (
          <li key={id}>
            <strong dir="auto" lang={written(name)}>{name}</strong>
            <StatusBadge tone={GAP[gap].tone}>{t(GAP[gap].key)}</StatusBadge>
            {experience ? (
              <span className="np-gap__asked" dir="auto" lang={written(experience)}>
                {experience}
              </span>
            ) : null}
            <span className="np-gap__asked np-soft np-small">{t(GAP[gap].sentence, { name })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
