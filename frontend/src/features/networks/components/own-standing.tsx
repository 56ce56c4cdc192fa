import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { ownStandingQuery } from '../members-api'
import { StandingText } from './standing-text'

/** On the page of a network, for who is in it: where one stands, and the way to what one can do with it. */
export function OwnStanding({ tenant, network }: { tenant: string; network: string }) {
  const { t } = useI18n()
  const { data: own } = useQuery(ownStandingQuery(tenant, network))
  if (!own) return null
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="own-standing">
      <h2 id="own-standing">{t('place-title')}</h2>
      <StandingText seen={own.seen} />
      <p>
        <a href={paths.networkMembers(tenant, network)}>{t(own.maySeeMembers ? 'place-to-members' : 'place-to-own')}</a>
      </p>
    </section>
  )
}
