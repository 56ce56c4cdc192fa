import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Cockpit } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { minuteOf, momentAt } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { goOnIn, setPace } from '../api'
import { type PaceWriting, slowChoices } from '../words'

interface Props {
  tenant: string
  thread: string
  cockpit: Cockpit
  /** Conversations of the issue under other rules, in which it may go on; null while they are not known. */
  others: readonly { id: string; title: string }[] | null
  /** Where one is begun. */
  begin: string
  /** Names what is typed in this browser. */
  draft: string
  onSet: (now: Cockpit) => void
  /** Somebody else was ahead: what holds now is fetched, and shown. */
  onStale: () => Promise<Cockpit>
}

const HOUR = 3_600_000
const LONGEST = 7 * 24 * HOUR

function writingOf({ pace: { closedAt, lookedAtFirst, restsUntil, slowMinutes, version } }: Cockpit): PaceWriting {
  const mode = closedAt ? 'close' : restsUntil ? 'rest' : slowMinutes > 0 ? 'slow' : 'free'
  return { mode, minutes: slowMinutes || 15, until: minuteOf(restsUntil ? new Date(restsUntil) : new Date(Date.now() + HOUR)), next: '', lookFirst: lookedAtFirst, why: '', version }
}

const pacing = (tenant: string, thread: string, { mode, minutes, until, lookFirst, why, version }: PaceWriting) =>
  setPace(tenant, thread, { slowMinutes: mode === 'slow' ? minutes : 0, restsUntil: mode === 'rest' ? momentAt(until) : null, closed: mode === 'close', lookedAtFirst: lookFirst, why }, version)

/** Slower, at rest until a moment, closed, in another conversation, or as usual; always with a reason that the room reads. */
export function PaceForm({ tenant, thread, cockpit, others, begin, draft, onSet, onStale }: Props) {
  const { t } = useI18n()
  const { form: writing, write, arrived } = useKept(draft, writingOf(cockpit), cockpit.pace.version)
  const [lacking, setLacking] = useState<'next' | 'until' | null>(null)
  const [stale, setStale] = useState(false)
  const set = useMutation({
    mutationFn: (sent: PaceWriting) => (sent.mode === 'elsewhere' ? goOnIn(tenant, thread, { thread: sent.next, why: sent.why }).then(onStale) : pacing(tenant, thread, sent)),
    onMutate: () => setStale(false),
    onSuccess: (now, sent) => {
      arrived(sent, writingOf(now), { version: now.pace.version })
      toast(t('pace-form-done'))
      onSet(now)
    },
    onError: async (error) => {
      const now = isProblem(error, 412) ? await onStale().catch(() => null) : null
      if (!now) return
      write({ version: now.pace.version })
      setStale(true)
    },
  })
  const { error } = set
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  const choice = (mode: PaceWriting['mode'], label: string, hint?: string) => <Choice type="radio" name="pace" label={label} {...(hint ? { hint } : {})} checked={writing.mode === mode} onChange={() => write({ mode })} />
  const now = Date.now()
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="pace-title"
      onSubmit={(event) => {
        event.preventDefault()
        const lacks = writing.mode === 'rest' && momentAt(writing.until) === null ? 'until' : writing.mode === 'elsewhere' && !others?.some(({ id }) => id === writing.next) ? 'next' : null
        setLacking(lacks)
        if (!lacks && !set.isPending) set.mutate(writing)
      }}
    >
      <h3 id="pace-title">{t('pace-form-title')}</h3>
      {cockpit.pace.version > 0 ? (
        <p className="np-soft" dir="auto">
          {t('pace-form-now', { why: cockpit.pace.why })}
        </p>
      ) : null}
      {stale ? <Alert kind="error">{t('pace-form-stale')}</Alert> : null}
      <Fieldset legend={t('pace-form-legend')}>
        {choice('free', t('pace-form-free'))}
        {cockpit.can.slow ? choice('slow', t('pace-form-slow'), t('pace-form-slow-hint')) : null}
        {choice('rest', t('pace-form-rest'), t('pace-form-rest-hint'))}
        {choice('close', t('pace-form-close'), t('pace-form-close-hint'))}
        {others ? choice('elsewhere', t('pace-form-elsewhere'), t('pace-form-elsewhere-hint')) : null}
      </Fieldset>
      {writing.mode === 'slow' ? (
        <Select required label={t('pace-form-slow-label')} error={at('/slowMinutes')} value={writing.minutes} onChange={(event) => write({ minutes: Number(event.currentTarget.value) })}>
          {slowChoices(t, cockpit.pace.slowMinutes).map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {writing.mode === 'rest' ? (
        <TextField
          required
          short
          type="datetime-local"
          label={t('pace-form-rest-label')}
          hint={t('pace-form-rest-most')}
          error={lacking === 'until' ? t('pace-form-rest-missing') : at('/restsUntil')}
          min={minuteOf(new Date(now))}
          max={minuteOf(new Date(now + LONGEST))}
          value={writing.until}
          onInput={(event) => write({ until: event.currentTarget.value })}
        />
      ) : null}
      {writing.mode === 'elsewhere' ? others && (
        <>
          {others.length > 0 ? (
            <Select required label={t('pace-form-next')} error={lacking === 'next' ? t('pace-form-next-missing') : at('/thread')} value={writing.next} onChange={(event) => write({ next: event.currentTarget.value })}>
              <option value="">{t('pace-form-next-none')}</option>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          ) : null}
          <p>
            {t(others.length > 0 ? 'pace-form-next-other' : 'pace-form-next-first')} <a href={begin}>{t('pace-form-next-begin')}</a>
          </p>
        </>
      ) : cockpit.can.lookFirst ? (
        <Choice type="checkbox" label={t('pace-form-look-first')} hint={t('pace-form-look-first-hint')} checked={writing.lookFirst} onChange={(event) => write({ lookFirst: event.currentTarget.checked })} />
      ) : null}
      <TextArea required label={t('pace-form-why')} hint={t('pace-form-why-hint')} error={at('/why')} rows={3} maxLength={500} value={writing.why} onInput={(event) => write({ why: event.currentTarget.value })} />
      {stale ? null : <Refused error={error} fields={['/slowMinutes', '/restsUntil', '/thread', '/why']} />}
      <div>
        <Button type="submit" appearance="primary" busy={set.isPending}>
          {t('pace-form-set')}
        </Button>
      </div>
    </form>
  )
}
