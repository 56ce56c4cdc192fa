import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { ActorMap } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { saveActorMap } from '../api'
import { added, changed, differences, formOf, moved, placeOf, sentenceOf, without, type Writing, writingOf } from '../form'
import { PartyFields } from './party-fields'
import '../maps.css'

interface Props {
  tenant: string
  issue: string
  map: ActorMap
  /** Names what is typed in this browser, where it waits until it is saved. */
  draft: string
  onSaved: (map: ActorMap) => void
  /** Somebody else was ahead: what stands there now. */
  reload: () => Promise<ActorMap>
}

/** What is typed, and the version that it began with. */
interface Typed extends Writing {
  version: number
}

/** Writing the map of an issue. */
export function MapForm({ tenant, issue, map, draft, onSaved, reload }: Props) {
  const { t } = useI18n()
  const { form: typed, write, letGo, arrived } = useKept<Typed>(draft, { ...writingOf(map), version: map.version }, map.version)
  const [theirs, setTheirs] = useState<ActorMap | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const edit = (change: (writing: Typed) => Writing) => write(change(typed))
  const save = useMutation({
    mutationFn: ({ version, ...writing }: Typed) => saveActorMap(tenant, issue, formOf(writing), version),
    onSuccess: (saved, sent) => {
      const { version } = saved
      if (arrived(sent, { ...writingOf(saved), version }, { version })) setOpen(null)
      toast(t('map-saved'))
      onSaved(saved)
    },
    onError: async (error) => {
      if (isProblem(error) && error.status === 412) setTheirs(await reload().catch(() => null))
    },
  })
  const { error } = save
  const faults = isProblem(error) ? moved(error.errors, save.variables ?? typed, typed) : []
  const wrong = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  const chosen = () => {
    setTheirs(null)
    save.reset()
  }
  return (
    <section className="np-stack np-form" aria-labelledby="schrijven">
      <h2 id="schrijven">{t(map.text ? 'map-change' : 'map-make')}</h2>
      <Alert kind="info">{t('map-no-persons')}</Alert>
      {faults.length > 0 ? <ErrorSummary entries={faults.map((fault) => ({ field: placeOf(fault.pointer), sentence: sentenceOf(t, typed, fault) }))} /> : null}
      {theirs ? (
        <Conflict
          differences={differences(t, typed, writingOf(theirs))}
          onMine={() => {
            write({ version: theirs.version })
            chosen()
          }}
          onTheirs={() => {
            letGo({ ...writingOf(theirs), version: theirs.version })
            chosen()
          }}
        />
      ) : null}
      <TextField required id="map-subject" label={t('map-subject')} hint={t('map-subject-hint')} error={wrong('/text/subject')} maxLength={120} value={typed.subject} onInput={(event) => edit((it) => ({ ...it, subject: event.currentTarget.value }))} />
      <TextField required id="map-one" label={t('map-one')} hint={t('map-one-hint')} error={wrong('/text/one')} maxLength={120} value={typed.one} onInput={(event) => edit((it) => ({ ...it, one: event.currentTarget.value }))} />
      <TextField required id="map-other" label={t('map-other')} error={wrong('/text/other')} maxLength={120} value={typed.other} onInput={(event) => edit((it) => ({ ...it, other: event.currentTarget.value }))} />
      <TextArea optional id="map-question" label={t('map-question')} hint={t('map-question-hint')} error={wrong('/text/question')} rows={2} maxLength={600} value={typed.question} onInput={(event) => edit((it) => ({ ...it, question: event.currentTarget.value }))} />
      <h3 id="map-positions">{t('map-positions')}</h3>
      {typed.parties.map((party, at) => (
        <details key={party.number} className="np-fold np-sheet" open={open === party.number || faults.some(({ pointer }) => pointer.startsWith(`/text/positions/${String(at)}/`))}>
          <summary>
            {party.number}. <bdi>{party.name || t('map-position-new')}</bdi>
          </summary>
          <PartyFields writing={typed} party={party} at={at} wrong={wrong} onChange={(change) => edit((it) => changed(it, party.number, change))} onRemove={() => edit((it) => without(it, party.number))} />
        </details>
      ))}
      <div>
        <Button
          onClick={() => {
            const next = added(typed)
            setOpen(next.parties.at(-1)?.number ?? null)
            edit(() => next)
            // Where one goes on typing.
            requestAnimationFrame(() => document.getElementById(`map-positions-${String(next.parties.length - 1)}-name`)?.focus())
          }}
        >
          {t('map-position-add')}
        </Button>
      </div>
      <Choice type="checkbox" label={t('map-show')} hint={t('map-show-hint')} checked={typed.shown} onChange={(event) => edit((it) => ({ ...it, shown: event.currentTarget.checked }))} />
      {theirs || faults.length > 0 ? null : <Refused error={error} />}
      <div>
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate(typed)}>
          {t('map-save')}
        </Button>
      </div>
    </section>
  )
}
