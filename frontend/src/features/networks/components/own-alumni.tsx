import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { ConfirmButton } from '@/ui/confirm'
import { endOwnAlumnus, ownAlumniQuery } from '../members-api'

/** The networks that the reader left and stays in contact with, or offered to; nothing when there are none. */
export function OwnAlumni() {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { data: held = [] } = useQuery(ownAlumniQuery)
  if (held.length === 0) return null
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="oude-netwerken">
      <h2 id="oude-netwerken">{t('own-alumni-title')}</h2>
      <p>{t('own-alumni-text')}</p>
      <ul role="list" className="np-cards">
        {held.map((one) => (
          <li key={one.network} className="np-card np-stack np-stack--tight">
            <h3 dir="auto">{one.name}</h3>
            <p>{t(one.agreed ? 'own-alumni-agreed' : 'own-alumni-offered')}</p>
            <p className="np-soft np-small">{t('alumni-until', { day: longDay(locale, one.endsAt) })}</p>
            <div>
              <ConfirmButton label={t('alumni-end')} name={t('alumni-end-of', { name: one.name })} title={t('alumni-end-title')} act={() => endOwnAlumnus(one.network)} onDone={() => void client.invalidateQueries({ queryKey: ownAlumniQuery.queryKey })}>
                {t('own-alumni-end-text')}
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
