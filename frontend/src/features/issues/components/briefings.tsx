import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useOwner } from '@/api/session'
import type { Briefing } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { type PlainKey, useI18n } from '@/i18n'
import { dayOf, longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { briefingsQuery, nameBriefing, strikeBriefing, tickBriefing } from '../composing-api'
import '../issues.css'

const OFTEN: readonly PlainKey[] = ['briefings-often-council', 'briefings-often-board', 'briefings-often-management', 'briefings-often-partner', 'briefings-often-workers']

interface Props {
  tenant: string
  issue: string
}

/** Which boards and councils should know before people are asked, ticked as one goes. It reminds, and stops nobody. */
export function BriefingsSection({ tenant, issue }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const query = useQuery(briefingsQuery(tenant, issue))
  const [fault, setFault] = useState<unknown>(null)
  const key = ['briefings', tenant, issue]
  const refused = (error: unknown) => {
    setFault(error)
    // Somebody else may have been ahead: what stands there now is shown.
    void client.invalidateQueries({ queryKey: key })
  }
  const put = (change: (now: Briefing[]) => Briefing[]) => {
    setFault(null)
    client.setQueryData<Briefing[]>(key, (now) => change(now ?? []))
  }
  const lines = query.data
  return (
    <section className="np-stack np-no-print" aria-labelledby="eerst">
      <h2 id="eerst" tabIndex={-1}>
        {t('briefings-title')}
      </h2>
      <p className="np-measure">{t('briefings-hint')}</p>
      <Refused error={fault} />
      {lines ? null : <Refused error={query.error} />}
      {query.isPending ? <Skeleton lines={1} /> : null}
      {lines && lines.length > 0 ? (
        <ul role="list" className="np-stack np-stack--tight">
          {lines.map((line) => (
            <Line
              key={line.id}
              tenant={tenant}
              issue={issue}
              line={line}
              onRefused={refused}
              onTicked={(ticked) => put((now) => now.map((one) => (one.id === ticked.id ? ticked : one)))}
              onStruck={() => put((now) => now.filter((one) => one.id !== line.id))}
            />
          ))}
        </ul>
      ) : null}
      {lines?.length === 0 ? <p className="np-soft">{t('briefings-none')}</p> : null}
      {lines ? <Add tenant={tenant} issue={issue} lines={lines} onAdded={(made) => put((now) => [...now, made])} onRefused={refused} /> : null}
    </section>
  )
}

interface LineProps extends Props {
  line: Briefing
  onTicked: (line: Briefing) => void
  onStruck: () => void
  onRefused: (error: unknown) => void
}

function Line({ tenant, issue, line, onTicked, onStruck, onRefused }: LineProps) {
  const { t, locale } = useI18n()
  const tick = useMutation({ mutationFn: (toldAt: string | null) => tickBriefing(tenant, issue, line, toldAt), onSuccess: onTicked, onError: onRefused })
  const strike = useMutation({ mutationFn: () => strikeBriefing(tenant, issue, line.id), onSuccess: onStruck, onError: onRefused })
  const at = (day: string) => `${day}T12:00:00Z`
  const { name, toldAt } = line
  return (
    <li className="np-sheet np-briefing">
      <Choice
        type="checkbox"
        label={t('briefings-told', { name })}
        hint={toldAt ? t('briefings-told-day', { day: longDay(locale, toldAt) }) : t('briefings-to-tell')}
        checked={Boolean(tick.isPending ? tick.variables : toldAt)}
        aria-disabled={tick.isPending || undefined}
        onChange={(event) => (tick.isPending ? undefined : tick.mutate(event.currentTarget.checked ? at(dayOf(new Date())) : null))}
      />
      {toldAt ? (
        <ToldOn key={toldAt} name={name} day={dayOf(new Date(toldAt))} onMeant={(day) => (tick.isPending ? undefined : tick.mutate(at(day)))} />
      ) : null}
      <Button appearance="subtle" aria-label={t('briefings-remove', { name })} busy={strike.isPending} onClick={() => strike.mutate()}>
        {t('action-remove')}
      </Button>
    </li>
  )
}

/** By keyboard a day is typed in parts, and each part makes a day: what is meant is known when one leaves the field. */
function ToldOn({ name, day, onMeant }: { name: string; day: string; onMeant: (day: string) => void }) {
  const { t } = useI18n()
  const [typed, setTyped] = useState(day)
  const leave = () => (typed !== '' && typed !== day ? onMeant(typed) : setTyped(day))
  return (
    <TextField
      required
      short
      type="date"
      label={t('briefings-told-on')}
      aria-label={`${t('briefings-told-on')}: ${name}`}
      max={dayOf(new Date())}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}

interface AddProps extends Props {
  lines: readonly Briefing[]
  onAdded: (line: Briefing) => void
  onRefused: (error: unknown) => void
}

/** What is often needed is one press away; the rest is typed. */
function Add({ tenant, issue, lines, onAdded, onRefused }: AddProps) {
  const { t } = useI18n()
  const { form, write, letGo } = useKept(`${useOwner()}/briefing-${issue}`, { name: '' })
  const { name } = form
  const typed = useRef(name)
  typed.current = name
  const [made, setMade] = useState(0)
  const keyOf = useKey(made)
  const add = useMutation({
    mutationFn: (named: string) => nameBriefing(tenant, issue, named, keyOf({ named })),
    onSuccess: (line) => {
      setMade((times) => times + 1)
      if (typed.current.trim() === line.name) letGo({ name: '' })
      onAdded(line)
    },
    onError: onRefused,
  })
  const often = OFTEN.map((one) => t(one)).filter((one) => !lines.some((line) => line.name === one))
  const [unnamed, setUnnamed] = useState(false)
  const field = useId()
  const submit = () => {
    setUnnamed(name.trim() === '')
    if (name.trim() === '') document.getElementById(field)?.focus()
    else if (!add.isPending) add.mutate(name.trim())
  }
  return (
    <div className="np-stack np-stack--tight">
      {often.length > 0 ? (
        <div className="np-row" role="group" aria-label={t('briefings-often')}>
          <span className="np-soft np-small">{t('briefings-often')}:</span>
          {often.map((one) => (
            <Button key={one} appearance="subtle" busy={add.isPending} onClick={() => add.mutate(one)}>
              + {one}
            </Button>
          ))}
        </div>
      ) : null}
      <TextField
        required
        id={field}
        error={unnamed && name.trim() === '' ? t('field-empty') : undefined}
        label={t('briefings-name')}
        hint={t('briefings-name-hint')}
        maxLength={120}
        value={name}
        onInput={(event) => write({ name: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          submit()
        }}
      />
      <div>
        <Button busy={add.isPending} onClick={submit}>
          {t('briefings-add')}
        </Button>
      </div>
    </div>
  )
}

/** Before people are asked: a friendly word, when somebody who should know does not yet. */
export function BriefingReminder({ briefings }: { briefings: readonly Briefing[] | undefined }) {
  const { t, locale } = useI18n()
  if (!briefings) return null
  const waiting = briefings.filter((line) => !line.toldAt).map((line) => line.name)
  if (briefings.length > 0 && waiting.length === 0) return null
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(waiting)
  return (
    <Alert kind="info">
      <h2>{t('briefings-reminder-title')}</h2>
      <p>{waiting.length > 0 ? t('briefings-reminder-some', { names }) : t('briefings-reminder-none')}</p>
      <p>
        <a
          href="#eerst"
          onClick={(event) => {
            event.preventDefault()
            document.getElementById('eerst')?.focus()
          }}
        >
          {t('briefings-reminder-go')}
        </a>
      </p>
    </Alert>
  )
}
