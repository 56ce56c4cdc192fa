import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { Cockpit } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { inviteToSpeak } from '../api'

export type QuietOne = NonNullable<Cockpit['quiet']>[number]

/** Somebody who has not spoken, and whether one may invite them to. */
export function QuietPerson({ one, onAsk }: { one: QuietOne; onAsk: () => void }) {
  const { t, locale } = useI18n()
  const { canInvite, invitedAt, name, refuses } = one
  return (
    <span className="np-row">
      <bdi>{name}</bdi>
      {refuses ? <span className="np-soft">{t('note-refuses')}</span> : invitedAt ? <span className="np-soft">{t('note-sent-on', { day: longDay(locale, invitedAt) })}</span> : null}
      {canInvite ? (
        <Button appearance="subtle" aria-label={t('note-write-name', { name })} onClick={onAsk}>
          {t('note-write')}
        </Button>
      ) : null}
    </span>
  )
}

interface Props {
  tenant: string
  thread: string
  one: QuietOne
  draft: string
  onClose: () => void
  onWritten: () => void
}

/** The note itself. It stands beside the list: who is being written to may leave it meanwhile. */
export function NoteDialog({ tenant, thread, one, draft, onClose, onWritten }: Props) {
  const { t } = useI18n()
  const [words, setWords] = useState('')
  const key = useRef(newIdempotencyKey())
  useEffect(() => {
    void readDraft(draft).then((kept) => kept && setWords((typed) => typed || kept.text))
  }, [draft])
  const send = useMutation({
    mutationFn: () => inviteToSpeak(tenant, thread, { person: one.person, words }, key.current),
    onSuccess: () => {
      void dropDraft(draft)
      toast(t('note-sent', { name: one.name }))
      onClose()
      onWritten()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <Dialog
      title={t('note-title', { name: one.name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t('note-send')}
        </Button>
      }
      text={<p>{t('note-text', { name: one.name })}</p>}
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextArea
        optional
        label={t('note-words')}
        hint={t('note-words-hint')}
        error={wrong}
        rows={4}
        maxLength={500}
        value={words}
        onInput={(event) => {
          const text = event.currentTarget.value
          key.current = newIdempotencyKey()
          setWords(text)
          void keepDraft(draft, { text, savedAt: Date.now() })
        }}
      />
    </Dialog>
  )
}
