import type { Hold } from '@/api/types'
import { paths } from '@/app/paths'
import { type Translate, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { ConfirmButton } from '@/ui/confirm'
import { toast } from '@/ui/toast'
import { endHold } from '../api'
import { LengthenForm } from './lengthen-form'

type Act = Hold['acts'][number]

interface Props {
  tenant: string
  hold: Hold
  onChanged: () => void
}

/** One hold: of which issue, why, until when, and who did what with it. */
export function HoldCard({ tenant, hold, onChanged }: Props) {
  const { t, locale } = useI18n()
  const { id, issue, title, reason, reference, until, endedAt } = hold
  const name = title ?? t('hold-hidden-issue')
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3 dir="auto">{title ? <a href={paths.issue(tenant, issue)}>{title}</a> : name}</h3>
      <p>{endedAt ? t('hold-over', { day: longDay(locale, endedAt) }) : t('hold-until', { day: longDay(locale, until) })}</p>
      <dl className="np-stack np-stack--tight">
        <div>
          <dt className="np-soft">{t('hold-reason')}</dt>
          <dd dir="auto">{reason}</dd>
        </div>
        {reference ? (
          <div>
            <dt className="np-soft">{t('hold-case')}</dt>
            <dd dir="auto">{reference}</dd>
          </div>
        ) : null}
        <div>
          <dt className="np-soft">{t('hold-acts')}</dt>
          <dd>
            <ul>
              {hold.acts.map((act) => (
                <li key={`${act.act} ${act.at}`}>{sentence(t, locale, act)}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {endedAt ? null : (
        <div className="np-stack np-stack--tight np-no-print">
          <LengthenForm key={id} tenant={tenant} hold={hold} name={name} onChanged={onChanged} />
          <div>
            <ConfirmButton
              label={t('hold-end')}
              name={t('hold-end-of', { name })}
              title={t('hold-end-title')}
              act={() => endHold(tenant, id)}
              onDone={() => {
                toast(t('hold-ended'))
                onChanged()
              }}
            >
              {t('hold-end-text')}
            </ConfirmButton>
          </div>
        </div>
      )}
    </li>
  )
}

function sentence(t: Translate, locale: string, { act, at, until, by }: Act): string {
  const said = { day: longDay(locale, at), until: longDay(locale, until), name: by ?? t('hold-act-somebody') }
  if (act === 'set') return t('hold-act-set', said)
  if (act === 'lengthened') return t('hold-act-lengthened', said)
  return by || at !== until ? t('hold-act-ended', said) : t('hold-act-day', said)
}
