import type { ReactNode } from 'react'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { REGIME } from '@/lib/regimes'
import { Icon } from '@/ui/icon'
import type { Rules } from '../rules'
import { KIND, KIND_RULE, MAIL_RULE, PRESENCE_RULE, QUOTE_RULE, READERS, SEARCH_RULE, WHO_RULE } from '../words'
import '../room.css'

interface Props {
  tenant: string
  rules: Rules
  /** Of the line that says who reads along. */
  id: string
  /** Whether all of it is shown at first. */
  open?: boolean
  /** As whom one speaks here. */
  speaker?: ReactNode
}

/** What one should know before one speaks: who reads it, what it is for, and what happens with it. */
export function RoomRules({ tenant, rules, id, open = false, speaker }: Props) {
  const { t } = useI18n()
  const { purpose, regime, kind, readers, organisation, governmentBodies, aliases, lookedAtFirst } = rules
  return (
    <>
      <h3>
        <Icon name="eye" /> {t('readers-title')}
      </h3>
      <p id={id}>{t(READERS[readers])}</p>
      <p>
        {governmentBodies ? `${governmentBodies.length > 0 ? t('room-government', { bodies: governmentBodies.join(', ') }) : t('room-government-none')} ` : null}
        {organisation === null ? null : t('room-owner', { organisation })}
      </p>
      {lookedAtFirst ? <p>{t('room-looked-at-first')}</p> : null}
      <Held rules={rules} />
      {speaker}
      <details open={open}>
        <summary>{t('room-rules')}</summary>
        <dl>
          <Rule name={t('room-purpose')}>
            <span dir="auto">{purpose}</span>
          </Rule>
          <Rule name={t('room-kind')}>
            {t(REGIME[regime].key)}. {t('room-kind-fixed')}
          </Rule>
          <Rule name={t('room-form')}>
            {t(KIND[kind])}. {t(KIND_RULE[kind])}
          </Rule>
          <Rule name={t('room-who')}>
            {t(WHO_RULE[regime])}
            {aliases.length > 0 ? ` ${t('room-aliases', { names: aliases.join(', ') })}` : null}
          </Rule>
          <Rule name={t('room-presence')}>{t(PRESENCE_RULE[regime])}</Rule>
          <Rule name={t('room-staff')}>{t(readers === 'participants' ? 'room-staff-closed' : 'room-staff-open')}</Rule>
          <Rule name={t('room-mail')}>{t(MAIL_RULE[regime])}</Rule>
          <Rule name={t('room-search')}>{t(SEARCH_RULE[regime])}</Rule>
          <Rule name={t('room-quoting')}>{t(QUOTE_RULE[regime])}</Rule>
          <Rule name={t('room-after')}>{t('room-after-text')}</Rule>
          <Rule name={t('room-retention')}>
            <Kept rules={rules} /> {t(regime === 'authorless' ? 'room-withdraw-here' : 'room-retention-text')}{' '}
            {organisation === null ? null : <a href={paths.tenantPage(tenant, 'privacy')}>{t('room-retention-link', { organisation })}</a>}
          </Rule>
        </dl>
      </details>
    </>
  )
}

/** That nothing is deleted for now: it stands where everybody sees it. */
function Held({ rules: { holds, organisation } }: { rules: Rules }) {
  const { t, locale } = useI18n()
  if (holds.length === 0) return null
  return (
    <section className="np-stack np-stack--tight" aria-label={t('room-hold')}>
      {holds.map(({ reason, until }) => (
        <p key={`${until} ${reason}`} dir="auto">
          <strong>{t('room-hold')}.</strong> {t('room-hold-text', { organisation: organisation ?? '', day: longDay(locale, until), reason })}
        </p>
      ))}
      <p>{t('room-hold-withdrawn')}</p>
    </section>
  )
}

/** Until when all of it stays, and what that will become. */
function Kept({ rules: { keptDays, keptYears, keptNext } }: { rules: Rules }) {
  const { t, locale } = useI18n()
  if (keptDays) return <>{t('room-kept', { count: keptDays })}</>
  if (keptYears === undefined) return null
  return (
    <>
      {keptYears ? t('room-kept-years', { count: keptYears }) : t('room-kept-always')}
      {keptNext ? ` ${t('room-kept-next', { count: keptNext.years, day: longDay(locale, keptNext.from) })}` : null}
    </>
  )
}

function Rule(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
