import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Cockpit } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select, TextArea, TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { setPace } from '../api'
import { localMoment, type PaceWriting, slowChoices } from '../words'

interface Props {
  tenant: string
  thread: string
  cockpit: Cockpit
  /** Names what is typed in this browser. */
  draft: string
  onSet: (now: Cockpit) => void
  /** Somebody else was ahead: what holds now is fetched, and shown. */
  onStale: () => Promise<Cockpit>
}

const HOUR = 3_600_000
const LONGEST = 7 * 24 * HOUR

function writingOf({ pace: { closedAt, restsUntil, slowMinutes, version } }: Cockpit): PaceWriting {
  const mode = closedAt ? 'close' : restsUntil ? 'rest' : slowMinutes > 0 ? 'slow' : 'free'
  return { mode, minutes: slowMinutes || 15, until: restsUntil ? localMoment(new Date(restsUntil)) : localMoment(new Date(Date.now() + HOUR)), why: '', version }
}

/** Slower, at rest until a moment, closed, or as usual; always with a reason that the room reads. */
export function PaceForm({ tenant, thread, cockpit, draft, onSet, onStale }: Props) {
  const { t } = useI18n()
  const { form: writing, write, arrived } = useKept(draft, writingOf(cockpit), cockpit.pace.version)
  const [undated, setUndated] = useState(false)
  const [stale, setStale] = useState(false)
  const set = useMutation({
    mutationFn: ({ mode, minutes, until, why, version }: PaceWriting) =>
      setPace(tenant, thread, { slowMinutes: mode === 'slow' ? minutes : 0, restsUntil: mode === 'rest' ? new Date(until).toISOString() : null, closed: mode === 'close', why }, version),
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
  const rest = error && faults.length === 0 && !stale ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const choice = (mode: PaceWriting['mode'], label: string, hint?: string) => <Choice type="radio" name="pace" label={label} {...(hint ? { hint } : {})} checked={writing.mode === mode} onChange={() => write({ mode })} />
  const now = Date.now()
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="pace-title"
      onSubmit={(event) => {
        event.preventDefault()
        const lacks = writing.mode === 'rest' && Number.isNaN(Date.parse(writing.until))
        setUndated(lacks)
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
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <Fieldset legend={t('pace-form-legend')}>
        {choice('free', t('pace-form-free'))}
        {cockpit.can.slow ? choice('slow', t('pace-form-slow'), t('pace-form-slow-hint')) : null}
        {choice('rest', t('pace-form-rest'), t('pace-form-rest-hint'))}
        {choice('close', t('pace-form-close'), t('pace-form-close-hint'))}
      </Fieldset>
      {writing.mode === 'slow' ? (
        <Select label={t('pace-form-slow-label')} error={at('/slowMinutes')} value={writing.minutes} onChange={(event) => write({ minutes: Number(event.currentTarget.value) })}>
          {slowChoices(t, cockpit.pace.slowMinutes).map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {writing.mode === 'rest' ? (
        <TextField
          short
          type="datetime-local"
          label={t('pace-form-rest-label')}
          hint={t('pace-form-rest-most')}
          error={undated ? t('pace-form-rest-missing') : at('/restsUntil')}
          min={localMoment(new Date(now))}
          max={localMoment(new Date(now + LONGEST))}
          value={writing.until}
          onInput={(event) => write({ until: event.currentTarget.value })}
        />
      ) : null}
      <TextArea label={t('pace-form-why')} hint={t('pace-form-why-hint')} error={at('/why')} rows={3} maxLength={500} value={writing.why} onInput={(event) => write({ why: event.currentTarget.value })} />
      <div>
        <Button type="submit" appearance="primary" busy={set.isPending}>
          {t('pace-form-set')}
        </Button>
      </div>
    </form>
  )
}
