import { useQuery } from '@tanstack/react-query'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { ButtonLink } from '@/ui/button'
import { agreementQuery } from '../api'

/** On the page of an issue, for who takes part: what was agreed on, and whether one still has to say so. */
export function AgreementCall({ tenant, issue }: { tenant: string; issue: string }) {
  const { t } = useI18n()
  const { data: standing } = useQuery(agreementQuery(tenant, issue))
  if (!standing) return null
  const href = paths.agreement(tenant, issue)
  if (!standing.agreement) {
    return standing.mayPut ? (
      <p className="np-no-print">
        <a href={href}>{t('agreement-make')}</a>
      </p>
    ) : null
  }
  if (standing.agreed || !standing.mayAgree) {
    return (
      <p className="np-no-print">
        <a href={href}>{t('agreement-title')}</a>
      </p>
    )
  }
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="afspraak">
      <h2 id="afspraak">{t('agreement-title')}</h2>
      <p>{t('agreement-call')}</p>
      <div>
        <ButtonLink appearance="primary" href={href}>
          {t('agreement-read')}
        </ButtonLink>
      </div>
    </section>
  )
}
