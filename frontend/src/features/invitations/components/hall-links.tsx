import { useState } from 'react'
import { useOwner } from '@/api/session'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { Button, ButtonLink } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { toast } from '@/ui/toast'
import { endHall, type HallLink } from '../halls-api'
import { HALL } from '../words'
import { HallForm } from './hall-form'

interface Props {
  tenant: string
  issue: string
  links: readonly HallLink[]
  /** More of them can be made now. */
  mayMake: boolean
  onChanged: () => void
}

/** The links for halls: those that lead in, and those that did. */
export function HallLinks(props: Props) {
  const { t } = useI18n()
  const [making, setMaking] = useState(false)
  const owner = useOwner()
  const now = props.links.filter((link) => link.can.end)
  const earlier = props.links.filter((link) => !link.can.end)
  const rows = (links: readonly HallLink[]) => (
    <ul role="list" className="np-stack np-stack--tight">
      {links.map((link) => (
        <Row key={link.id} {...props} link={link} />
      ))}
    </ul>
  )
  return (
    <>
      <p className="np-measure">{t('halls-lead')}</p>
      {now.length > 0 ? rows(now) : <p className="np-soft">{t('halls-none')}</p>}
      {props.mayMake ? (
        <div className="np-row">
          <Button onClick={() => setMaking(true)}>{t('hall-make')}</Button>
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <details className="np-fold">
          <summary>{t('hall-earlier', { count: earlier.length })}</summary>
          <div>{rows(earlier)}</div>
        </details>
      ) : null}
      {making ? (
        <HallForm
          tenant={props.tenant}
          issue={props.issue}
          draft={`${owner}/hall-${props.issue}`}
          onClose={() => setMaking(false)}
          onMade={() => {
            setMaking(false)
            toast(t('hall-made'))
            props.onChanged()
          }}
        />
      ) : null}
    </>
  )
}

function Row({ tenant, issue, link, onChanged }: Props & { link: HallLink }) {
  const { t, locale } = useI18n()
  const { key, tone } = HALL[link.state]
  const { place } = link
  const until = { moment: fullMoment(locale, link.endedAt ?? link.endsAt) }
  const when = { open: 'hall-until', full: 'hall-until', over: 'hall-was-until', ended: 'hall-ended-at' } as const
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <strong>
          <bdi>{place}</bdi>
        </strong>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p>
        {t('hall-used', { used: link.used, limit: link.limit })}
        {` · ${t(when[link.state], until)}`}
      </p>
      <p className="np-soft np-small">
        {t('hall-by', { name: link.madeBy })}
        {link.approval ? ` · ${t('hall-approval')}` : null}
      </p>
      {link.can.end ? (
        <>
          <p className="np-small">
            {t('hall-address')}: <code>{`${location.host}${paths.hall(link.code)}`}</code>
          </p>
          <div className="np-row">
            <ButtonLink href={paths.hallPoster(link.code)} label={t('hall-poster-name', { place })}>
              {t('hall-poster')}
            </ButtonLink>
            <a href={paths.hallCode(link.code)} download aria-label={t('hall-code-name', { place })}>
              {t('hall-code')}
            </a>
            <ConfirmButton
              label={t('hall-end')}
              name={t('hall-end-name', { place })}
              title={t('hall-end-title', { place })}
              act={() => endHall(tenant, issue, link.id)}
              onDone={() => {
                toast(t('hall-closed'))
                onChanged()
              }}
            >
              {t('hall-end-text')}
            </ConfirmButton>
          </div>
        </>
      ) : null}
    </li>
  )
}
