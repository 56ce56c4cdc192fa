import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { moveWaves, takeOffWaves, type WaveInvitee, type WavePlan } from '../waves-api'
import { ENDING, OUTCOME, PLAN } from '../words'

interface Props {
  tenant: string
  issue: string
  /** The issue itself rests. */
  rests: boolean
  plans: readonly WavePlan[]
  onChanged: () => void
}

/** The reader's own lists: who is next, who was passed over, and why it ended. */
export function WavePlans(props: Props) {
  return (
    <ul role="list" className="np-stack np-stack--tight">
      {props.plans.map((plan) => (
        <Plan key={plan.id} {...props} plan={plan} />
      ))}
    </ul>
  )
}

function Plan({ tenant, issue, rests, plan, onChanged }: Props & { plan: WavePlan }) {
  const { t } = useI18n()
  const { key, tone } = PLAN[plan.state]
  const until = plan.enough ? t('waves-until', { count: plan.enough }) : t('waves-until-filled')
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <strong>{t('waves-so-far', { asked: plan.asked, accepted: plan.accepted })}</strong>
        <StatusBadge tone={tone}>{t(key)}</StatusBadge>
      </div>
      <p className="np-soft np-small">
        {t('waves-rhythm', { size: plan.size, days: plan.waitDays })} {until}
      </p>
      <Standing plan={plan} rests={rests} />
      <Waiting tenant={tenant} issue={issue} plan={plan} onChanged={onChanged} />
      <Skipped skipped={plan.skipped} />
      {plan.state === 'ended' ? null : <Acts tenant={tenant} issue={issue} plan={plan} onChanged={onChanged} />}
    </li>
  )
}

/** What comes next, or why nothing does. */
function Standing({ plan, rests }: { plan: WavePlan; rests: boolean }) {
  const { t, locale } = useI18n()
  if (plan.state === 'paused') return <p>{t('waves-next-paused')}</p>
  if (plan.state === 'running') {
    if (rests) return <p>{t('waves-next-issue-paused')}</p>
    const key = plan.waiting.length > 0 ? 'waves-next' : 'waves-next-last'
    return plan.nextAt ? <p>{t(key, { day: longDay(locale, plan.nextAt) })}</p> : null
  }
  return (
    <p>
      {plan.ending ? t(ENDING[plan.ending]) : null} {plan.forgottenAt ? <span className="np-soft">{t('waves-forgotten', { day: longDay(locale, plan.forgottenAt) })}</span> : null}
    </p>
  )
}

/** Whoever cannot be found any more has no name here. */
function useNames(): (one: WaveInvitee) => string {
  const { t } = useI18n()
  return ({ name, email }) => name ?? email ?? t('waves-somebody')
}

function Waiting({ tenant, issue, plan, onChanged }: Pick<Props, 'tenant' | 'issue' | 'onChanged'> & { plan: WavePlan }) {
  const { t } = useI18n()
  if (plan.state === 'ended') return null
  return (
    <section className="np-stack np-stack--tight">
      <h3>{t('waves-waiting')}</h3>
      {plan.waiting.length === 0 ? <p className="np-soft">{t('waves-waiting-none')}</p> : null}
      <ol>
        {plan.waiting.map((one) => (
          <Next key={one.id} one={one} takeOff={() => takeOffWaves(tenant, issue, plan.id, one.id)} onChanged={onChanged} />
        ))}
      </ol>
    </section>
  )
}

function Next({ one, takeOff, onChanged }: { one: WaveInvitee; takeOff: () => Promise<unknown>; onChanged: () => void }) {
  const { t } = useI18n()
  const name = useNames()(one)
  const off = useMutation({
    mutationFn: takeOff,
    onSuccess: () => {
      toast(t('waves-taken-off', { name }))
      onChanged()
    },
  })
  return (
    <li>
      <span className="np-row np-row--between">
        <bdi>{name}</bdi>
        <Button appearance="subtle" busy={off.isPending} aria-label={t('waves-take-off', { name })} onClick={() => off.mutate()}>
          {t('action-remove')}
        </Button>
      </span>
      <Refused error={off.error} />
    </li>
  )
}

function Skipped({ skipped }: { skipped: readonly WaveInvitee[] }) {
  const { t } = useI18n()
  const nameOf = useNames()
  if (skipped.length === 0) return null
  return (
    <section className="np-stack np-stack--tight">
      <h3>{t('waves-skipped')}</h3>
      <ul>
        {skipped.map((one) => (
          <li key={one.id}>
            <bdi>{nameOf(one)}</bdi>
            {one.outcome ? `: ${t(OUTCOME[one.outcome])}` : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ tenant, issue, plan, onChanged }: Pick<Props, 'tenant' | 'issue' | 'onChanged'> & { plan: WavePlan }) {
  const { t } = useI18n()
  const act = plan.state === 'running' ? '_pause' : '_resume'
  const move = useMutation({
    mutationFn: (act: '_pause' | '_resume') => moveWaves(tenant, issue, plan.id, act),
    onSuccess: (_, act) => {
      toast(t(act === '_pause' ? 'waves-pause-done' : 'waves-resumed'))
      onChanged()
    },
  })
  const stopped = () => {
    toast(t('waves-stopped'))
    // The buttons go with what they were for; the question is still open now, and holds the focus.
    requestAnimationFrame(() => document.getElementById('golven')?.focus())
    onChanged()
  }
  return (
    <>
      <div className="np-row">
        <Button busy={move.isPending} onClick={() => move.mutate(act)}>
          {t(act === '_pause' ? 'waves-pause' : 'waves-resume')}
        </Button>
        <ConfirmButton label={t('waves-stop')} title={t('waves-stop-title')} act={() => moveWaves(tenant, issue, plan.id, '_stop')} onDone={stopped}>
          {t('waves-stop-text')}
        </ConfirmButton>
      </div>
      <Refused error={move.error} />
    </>
  )
}
