import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isProblem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { ownNotesQuery, putNoteAway, refuseNotes } from '../api'

/** A word from whoever runs the issue to the reader, who has not spoken here; nobody else sees it. */
export function OwnNote({ tenant, thread }: { tenant: string; thread: string }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const query = ownNotesQuery(tenant, thread)
  const note = useQuery(query).data?.[0]
  const act = useMutation({
    mutationFn: (refuses: boolean) => (refuses ? refuseNotes : putNoteAway)(tenant, thread),
    onSuccess: (_, refuses) => {
      client.setQueryData(query.queryKey, [])
      toast(t(refuses ? 'note-refused' : 'note-put-away'))
    },
  })
  if (!note) return null
  const fault = act.error ? (isProblem(act.error) ? act.error.detail : t('offline-text')) : null
  return (
    <section className="np-sheet np-stack np-stack--tight np-no-print" aria-labelledby="own-note-title">
      <h2 id="own-note-title">{t('own-note-title', { name: note.name })}</h2>
      <p className="np-soft np-small">{t('own-note-only-you', { day: longDay(locale, note.sentAt) })}</p>
      {note.words ? (
        <p dir="auto" className="np-prose--plain">
          {note.words}
        </p>
      ) : null}
      {fault ? <Alert kind="error">{fault}</Alert> : null}
      <div className="np-row">
        <Button appearance="secondary" busy={act.isPending} onClick={() => act.mutate(false)}>
          {t('own-note-away')}
        </Button>
        <Button appearance="subtle" busy={act.isPending} onClick={() => act.mutate(true)}>
          {t('own-note-refuse')}
        </Button>
      </div>
    </section>
  )
}
