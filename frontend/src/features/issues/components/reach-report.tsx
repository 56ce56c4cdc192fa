import { useMemo } from 'react'
import type { ReachReport as Report } from '@/api/types'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { type Group, groupsOf, type Line, lengthOf, told } from '../reach'
import '../reach.css'

/** Who takes part, in bars and in words; the same once more as a table. */
export function ReachReport({ least, reach }: { least: number; reach: NonNullable<Report['report']> }) {
  const { t, locale } = useI18n()
  const groups = useMemo(() => groupsOf(t, reach), [t, reach])
  return (
    <div className="np-stack np-stack--loose np-reach">
      <p className="np-soft">{t('reach-taken', { day: longDay(locale, reach.takenAt) })}</p>
      {groups.map((group) => (
        <Bars key={group.id} group={group} />
      ))}
      <section className="np-stack np-stack--tight">
        <h2>{t('reach-how')}</h2>
        <ul className="np-measure">
          <li>{t('reach-how-untold', { least })}</li>
          <li>{t('reach-how-rounded')}</li>
          <li>{t('reach-how-when', { least })}</li>
          <li>{t('reach-how-choice')}</li>
        </ul>
      </section>
      <Table groups={groups} />
    </div>
  )
}

function Bars({ group }: { group: Group }) {
  return (
    <section className="np-stack np-stack--tight">
      <h2>{group.title}</h2>
      {group.hint ? <p className="np-soft np-small np-measure">{group.hint}</p> : null}
      {group.lines.length > 0 ? (
        <ul role="list" className="np-reach__lines">
          {group.lines.map((line) => (
            <BarLine key={line.name} line={line} whole={group.whole} />
          ))}
        </ul>
      ) : (
        <p>{group.none}</p>
      )}
    </section>
  )
}

function BarLine({ line, whole }: { line: Line; whole: number | null }) {
  const { t } = useI18n()
  const length = lengthOf(line, whole)
  return (
    <li>
      <span className="np-reach__name" dir="auto">
        {line.name}
      </span>
      {/* In columns for who sees them; in one sentence for who hears them. */}
      <span className="np-hidden">: </span>
      <span className={line.people === null ? 'np-soft' : 'np-reach__number'}>{told(t, line.people)}</span>
      {length === null ? null : (
        <svg className="np-reach__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="np-reach__room" width="100" height="4" />
          <rect width={length} height="4" />
        </svg>
      )}
      {line.wanted ? <span className="np-reach__gap np-soft np-small">{t('reach-wanted', { wanted: line.wanted })}</span> : null}
    </li>
  )
}

function Table({ groups }: { groups: Group[] }) {
  const { t } = useI18n()
  return (
    <details className="np-no-print">
      <summary>{t('reach-table')}</summary>
      <table className="np-reach__table">
        <caption className="np-hidden">{t('reach-title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reach-table-what')}</th>
            <th scope="col">{t('reach-table-people')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {group.title}
              </th>
            </tr>
            {group.lines.length === 0 ? (
              <tr>
                <td colSpan={2}>{group.none}</td>
              </tr>
            ) : null}
            {group.lines.map((line) => (
              <tr key={line.name}>
                <th scope="row" dir="auto">
                  {line.name}
                </th>
                <td>{told(t, line.people)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  )
}
