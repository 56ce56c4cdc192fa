import type { ReactNode } from 'react'
import type { Alumnus, NetworkMember, NetworkMembers } from '@/api/types'
import { useChoice } from '@/api/use-choice'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { endAlumnus, keepAlumnus, putOrientationWeeks } from '../members-api'
import { HEARD, OFTEN, STANDING } from '../standing-words'
import { Orientation } from './orientation'

interface Props {
  tenant: string
  network: string
  /** What does not come name by name stands with the first. */
  pages: readonly NetworkMembers[]
  /** What leads to the next. */
  more: ReactNode
  /** Who reads: their own orientation, if any, stands elsewhere. */
  own: string
  owner: string
  onChanged: () => Promise<unknown>
}

/** Everybody in a network by name, for who runs it: coarse words, no order but the alphabet. */
export function MemberList(props: Props) {
  const { t } = useI18n()
  const members = props.pages.flatMap((page) => page.items)
  const alumni = props.pages[0]?.alumni ?? []
  return (
    <>
      <section className="np-stack np-stack--tight" aria-labelledby="leden">
        <h2 id="leden">{t('members-here-title')}</h2>
        <p className="np-soft">{t('members-here-text')}</p>
        <ul role="list" className="np-cards">
          {members.map((member) => (
            <Card key={member.person} {...props} member={member} />
          ))}
        </ul>
        {props.more}
      </section>
      <Weeks {...props} />
      {alumni.length > 0 ? (
        <section className="np-stack np-stack--tight" aria-labelledby="alumni">
          <h2 id="alumni">{t('alumni-title')}</h2>
          <p className="np-soft">{t('alumni-text')}</p>
          <ul role="list" className="np-cards">
            {alumni.map((one) => (
              <AlumnusCard key={one.person} {...props} alumnus={one} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Card({ tenant, network, own, owner, member, onChanged }: Props & { member: NetworkMember }) {
  const { t, locale } = useI18n()
  return (
    <li className="np-card np-stack np-stack--tight">
      <h3>
        <bdi>{member.name}</bdi>
      </h3>
      <p className="np-row">
        <StatusBadge tone={member.standing === 'active' ? 'neutral' : 'warning'}>{t(STANDING[member.standing])}</StatusBadge>
        {member.until ? <span className="np-soft">{t('place-until', { day: longDay(locale, member.until) })}</span> : null}
      </p>
      <SeenLine seen={member} />
      {member.standing === 'orientation' && member.person !== own ? (
        <details>
          <summary>{t('orientation-evaluate', { name: member.name })}</summary>
          <Orientation tenant={tenant} network={network} person={member.person} draft={`${owner}/orientation-${network}-${member.person}`} onDecided={() => void onChanged()} />
        </details>
      ) : null}
    </li>
  )
}

/** What those who run a network see of somebody. */
export function SeenLine({ seen }: { seen: NetworkMember }) {
  const { t } = useI18n()
  return (
    <dl className="np-facts">
      <dt>{t('member-seen-heard')}</dt>
      <dd>{t(HEARD[seen.lastHeard])}</dd>
      <dt>{t('member-seen-asked')}</dt>
      <dd>{t(OFTEN[seen.asked])}</dd>
      <dt>{t('member-seen-spoke')}</dt>
      <dd>{t(OFTEN[seen.spoke])}</dd>
    </dl>
  )
}

const WEEKS = [4, 8, 12, 26]

function Weeks({ tenant, network, pages, onChanged }: Props) {
  const { t } = useI18n()
  const held = pages[0]?.firstWeeks ?? null
  const { value, choose, error } = useChoice({
    name: `orientation-${network}`,
    held,
    save: (weeks) => putOrientationWeeks(tenant, network, weeks),
    refresh: onChanged,
    onSaved: () => toast(t('orientation-weeks-done')),
  })
  const choices = [...new Set([...WEEKS, ...(held ? [held] : [])])].sort((one, other) => one - other)
  return (
    <section className="np-stack np-stack--tight np-form" aria-labelledby="kennismaking">
      <h2 id="kennismaking">{t('orientation-weeks-title')}</h2>
      <p>{t('orientation-weeks-text')}</p>
      <Refused error={error} />
      <Select label={t('orientation-weeks')} value={String(value ?? 0)} onChange={(event) => choose(Number(event.currentTarget.value) || null)}>
        <option value="0">{t('orientation-weeks-none')}</option>
        {choices.map((weeks) => (
          <option key={weeks} value={String(weeks)}>
            {t('orientation-weeks-so-many', { weeks })}
          </option>
        ))}
      </Select>
    </section>
  )
}

function AlumnusCard({ tenant, network, alumnus, onChanged }: Props & { alumnus: Alumnus }) {
  const { t, locale } = useI18n()
  const keep = useMutation({ mutationFn: () => keepAlumnus(tenant, network, alumnus.person), onSuccess: onChanged })
  return (
    <li className="np-card np-stack np-stack--tight">
      <h3>
        <bdi>{alumnus.name}</bdi>
      </h3>
      {alumnus.agreed ? (
        <p>
          {alumnus.address ? <a href={`mailto:${alumnus.address}`}>{alumnus.address}</a> : t('alumni-no-address')}
        </p>
      ) : (
        <p>{t('alumni-offers')}</p>
      )}
      <p className="np-soft np-small">{t('alumni-until', { day: longDay(locale, alumnus.endsAt) })}</p>
      <Refused error={keep.error} />
      <div className="np-row">
        {alumnus.agreed ? null : (
          <Button busy={keep.isPending} onClick={() => keep.mutate()}>
            {t('alumni-keep')}
          </Button>
        )}
        <ConfirmButton label={t(alumnus.agreed ? 'alumni-end' : 'alumni-decline')} name={t('alumni-end-of', { name: alumnus.name })} title={t('alumni-end-title')} act={() => endAlumnus(tenant, network, alumnus.person)} onDone={() => void onChanged()}>
          {t('alumni-end-text')}
        </ConfirmButton>
      </div>
    </li>
  )
}
