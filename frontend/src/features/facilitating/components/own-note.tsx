import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { longDay } from '@/lib/dates'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { ownNotesQuery, putNoteAway, refuseNotes } from '../api'

const TITLE = 'own-note-title'

/** Leads to the note of whoever comes in further down, and does not see it on top; null when there is none, or it is in sight. */
export function useNoteOutOfSight(tenant: string, thread: string, may: boolean): ReactNode {
  const { t } = useI18n()
  const { data } = useQuery({ ...ownNotesQuery(tenant, thread), enabled: may })
  const name = may ? data?.[0]?.name : undefined
  const [hidden, setHidden] = useState(false)
  useEffect(() => {
    const note = document.getElementById(TITLE)?.closest('section')
    if (name === undefined || !note) return setHidden(false)
    const seen = new IntersectionObserver(([entry]) => setHidden(entry !== undefined && !entry.isIntersecting))
    seen.observe(note)
    return () => seen.disconnect()
  }, [name])
  const away = hidden && name !== undefined
  // Once for each time that the page opens.
  const told = useRef(false)
  useEffect(() => {
    if (!away || told.current) return
    told.current = true
    announce(t('own-note-above', { name }))
  }, [away, name, t])
  if (!away) return null
  return (
    <Button appearance="primary" className="np-bar__note" onClick={() => document.getElementById(TITLE)?.focus()}>
      {t('own-note-above', { name })}
    </Button>
  )
}

/** A word from whoever runs the issue to the reader, who has not spoken here; nobody else sees it. */
export function OwnNote({ tenant, thread }: { tenant: string; thread: string }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const query = ownNotesQuery(tenant, thread)
  const note = useQuery(query).data?.[0]
  const gone = (said: 'note-refused' | 'note-put-away') => {
    client.setQueryData(query.queryKey, [])
    toast(t(said))
  }
  const act = useMutation({
    mutationFn: () => putNoteAway(tenant, thread),
    onSuccess: () => gone('note-put-away'),
  })
  const [asked] = useState(() => location.hash === '#0')
  const heading = useRef<HTMLHeadingElement>(null)
  const there = note !== undefined
  // Who came here for it finds it.
  useEffect(() => {
    if (asked && there) heading.current?.focus()
  }, [asked, there])
  if (!note) return null
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby={TITLE}>
      <h2 ref={heading} tabIndex={-1} id={TITLE}>{t('own-note-title', { name: note.name })}</h2>
      <p className="np-soft np-small">{t('own-note-only-you', { day: longDay(locale, note.sentAt) })}</p>
      {note.words ? (
        <p dir="auto" className="np-prose--plain">
          {note.words}
        </p>
      ) : null}
      <Refused error={act.error} />
      <div className="np-row">
        <Button appearance="secondary" busy={act.isPending} onClick={() => act.mutate()}>
          {t('own-note-away')}
        </Button>
        <ConfirmButton label={t('own-note-refuse')} title={t('own-note-refuse-title')} act={() => refuseNotes(tenant, thread)} onDone={() => gone('note-refused')}>
          {t('own-note-refuse-text')}
        </ConfirmButton>
      </div>
    </section>
  )
}
