import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import { realtime } from '@/api/realtime'
import type { ParkedList, RoomPulse } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { longDay } from '@/lib/dates'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { parkedQuery, parkSubject, takeUpSubject } from '../api'
import { postOf } from '../words'

type Subject = ParkedList['items'][number]
type Rooms = readonly Pick<RoomPulse, 'thread' | 'title'>[]

/** What is set aside in an issue, for who takes part; whoever runs it says where it was taken up. */
export function ParkedSubjects({ tenant, issue, rooms = null, empty = false }: { tenant: string; issue: string; rooms?: Rooms | null; empty?: boolean }) {
  const { t, locale } = useI18n()
  const written = useWritten()
  const [asked, setAsked] = useState<Subject | null>(null)
  const { data } = useQuery(parkedQuery(tenant, issue))
  const client = useQueryClient()
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: parkedQuery(tenant, issue).queryKey })
    return realtime().subscribe(`issue:${issue}`, null, { onEvent: ({ kind }) => (kind === 'parked.changed' ? ask() : undefined), onRefresh: ask })
  }, [client, tenant, issue])
  if (!data || (data.items.length === 0 && !empty)) return null
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-labelledby="parked-title">
      <h2 id="parked-title">{t('parked-title')}</h2>
      {data.items.length === 0 ? <p className="np-soft">{t('parked-none')}</p> : <p className="np-soft">{t('parked-lead')}</p>}
      <ul role="list" className="np-stack np-stack--tight">
        {data.items.map((subject) => {
          const { id, seq, takenUpAt, takenUpBy, takenUpIn, thread, title } = subject
          return (
            <li key={id} dir="auto">
              <strong lang={written(title)}>{title}</strong>
              <span className="np-row">
                {thread && seq ? <a href={paths.thread(tenant, thread, seq)}>{t('parked-came-up')}</a> : null}
                {takenUpAt ? <span>{takenUpBy ? t('parked-taken-up-by', { day: longDay(locale, takenUpAt), name: takenUpBy }) : t('parked-taken-up', { day: longDay(locale, takenUpAt) })}</span> : null}
                {takenUpIn ? <a href={paths.thread(tenant, takenUpIn)}>{t('parked-taken-up-in')}</a> : null}
                {rooms && data.canPark && !takenUpAt ? (
                  <Button appearance="subtle" aria-label={t('parked-take-up-name', { title })} onClick={() => setAsked(subject)}>
                    {t('parked-take-up')}
                  </Button>
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
      {asked && rooms ? <TakeUp tenant={tenant} issue={issue} subject={asked} rooms={rooms} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

function TakeUp({ tenant, issue, subject, rooms, onClose }: { tenant: string; issue: string; subject: Subject; rooms: Rooms; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [thread, setThread] = useState('')
  const take = useMutation({
    mutationFn: () => takeUpSubject(tenant, issue, subject.id, thread || null),
    onSuccess: (now) => {
      client.setQueryData(parkedQuery(tenant, issue).queryKey, now)
      toast(t('parked-take-up-done'))
      onClose()
    },
  })
  const { error } = take
  return (
    <Dialog
      title={t('parked-take-up-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={take.isPending} onClick={() => take.mutate()}>
          {t('parked-take-up')}
        </Button>
      }
      text={<p dir="auto">{subject.title}</p>}
    >
      <Select label={t('parked-take-up-where')} value={thread} onChange={(event) => setThread(event.currentTarget.value)}>
        <option value="">{t('parked-take-up-nowhere')}</option>
        {rooms.map((room) => (
          <option key={room.thread} value={room.thread}>
            {room.title}
          </option>
        ))}
      </Select>
      <Refused error={error} />
    </Dialog>
  )
}

const EMPTY = { title: '', link: '' }

/** A subject for later, maybe with the post in which it came up. */
export function ParkSubject({ tenant, issue, draft }: { tenant: string; issue: string; draft: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(parkedQuery(tenant, issue))
  const { form, write: keep, arrived } = useKept(draft, EMPTY)
  const [unlinked, setUnlinked] = useState(false)
  const key = useRef(newIdempotencyKey())
  const write = (change: Partial<typeof EMPTY>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const park = useMutation({
    mutationFn: ({ title, link }: typeof EMPTY) => {
      const post = postOf(link)
      return parkSubject(tenant, issue, { title, thread: post?.thread ?? null, seq: post?.seq ?? null }, key.current)
    },
    onSuccess: (now, sent) => {
      key.current = newIdempotencyKey()
      arrived(sent, EMPTY)
      toast(t('parked-done'))
      client.setQueryData(parkedQuery(tenant, issue).queryKey, now)
    },
  })
  if (!data?.canPark) return null
  const { error } = park
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((one) => one.pointer === pointer)?.detail
  return (
    <form
      className="np-stack np-form"
      noValidate
      aria-labelledby="park-title"
      onSubmit={(event) => {
        event.preventDefault()
        const wrong = form.link.trim() !== '' && postOf(form.link) === null
        setUnlinked(wrong)
        if (wrong) goToFirstFault()
        if (!wrong && !park.isPending) park.mutate(form)
      }}
    >
      <h3 id="park-title">{t('parked-add')}</h3>
      <TextField required label={t('parked-label')} hint={t('parked-label-hint')} error={form.title === park.variables?.title ? at('/title') : undefined} maxLength={200} value={form.title} onInput={(event) => write({ title: event.currentTarget.value })} />
      <TextField optional label={t('parked-post')} hint={t('parked-post-hint')} error={unlinked ? t('parked-post-wrong') : form.link === park.variables?.link ? at('/thread') : undefined} inputMode="url" value={form.link} onInput={(event) => {
          setUnlinked(false)
          write({ link: event.currentTarget.value })
        }} />
      <Refused error={error} fields={['/thread', '/title']} />
      <div>
        <Button type="submit" appearance="primary" busy={park.isPending}>
          {t('parked-park')}
        </Button>
      </div>
    </form>
  )
}
