import { useRef } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import type { Cockpit } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
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

const NOTHING = { words: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const key = useRef(newIdempotencyKey())
  const send = useMutation({
    mutationFn: ({ words }: typeof NOTHING) => inviteToSpeak(tenant, thread, { person: one.person, words }, key.current),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      toast(t('note-sent', { name: one.name }))
      onClose()
      onWritten()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <Dialog
      title={t('note-title', { name: one.name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate(form)}>
          {t('note-send')}
        </Button>
      }
      text={<p>{t('note-text', { name: one.name })}</p>}
    >
      {wrong ? null : <Refused error={error} />}
      <TextArea
        optional
        label={t('note-words')}
        hint={t('note-words-hint')}
        error={wrong}
        rows={4}
        maxLength={500}
        value={form.words}
        onInput={(event) => {
          key.current = newIdempotencyKey()
          write({ words: event.currentTarget.value })
        }}
      />
    </Dialog>
  )
}
