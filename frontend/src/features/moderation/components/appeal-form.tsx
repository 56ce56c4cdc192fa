import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { appealDecision } from '../api'

interface Props {
  tenant: string
  decision: string
  until: string
  /** Whose browser this is. */
  owner: string
  /** In a room without authors: shows that the post is the reader's. */
  postKey?: string | undefined
  onDone: () => void
}

/** Why somebody does not agree with a decision. What was typed is there again later. */
export function AppealForm({ tenant, decision, until, owner, postKey, onDone }: Props) {
  const { t, locale } = useI18n()
  const draft = `${owner}/appeal-${decision}`
  const [words, setWords] = useState('')
  const key = useRef(newIdempotencyKey())
  useEffect(() => {
    void readDraft(draft).then((kept) => setWords((now) => now || (kept?.text ?? '')))
  }, [draft])
  const send = useMutation({
    mutationFn: (written: string) => appealDecision(tenant, decision, written, key.current, postKey),
    onSuccess: async () => {
      await dropDraft(draft)
      toast(t('appeal-done'))
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <details>
      <summary>{t('appeal-title')}</summary>
      <form
        className="np-stack np-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!send.isPending) send.mutate(words)
        }}
      >
        <p>{t('appeal-text', { until: longDay(locale, until) })}</p>
        {rest ? <Alert kind="error">{rest}</Alert> : null}
        <TextArea
          required
          label={t('appeal-words')}
          error={words === send.variables ? wrong : undefined}
          rows={4}
          maxLength={2000}
          value={words}
          onInput={(event) => {
            const text = event.currentTarget.value
            key.current = newIdempotencyKey()
            setWords(text)
            void keepDraft(draft, { text, savedAt: Date.now() })
          }}
        />
        <div>
          <Button type="submit" appearance="primary" busy={send.isPending}>
            {t('appeal-send')}
          </Button>
        </div>
      </form>
    </details>
  )
}
