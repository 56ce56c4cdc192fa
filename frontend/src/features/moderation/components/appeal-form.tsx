import { isProblem } from '@/api/problems'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { appealDecision } from '../api'

const NOTHING = { words: '' }

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
  const { form, write, arrived } = useKept(draft, NOTHING)
  const keyOf = useKey()
  const send = useMutation({
    mutationFn: (sent: typeof NOTHING) => appealDecision(tenant, decision, sent.words, keyOf(sent), postKey),
    onSuccess: (_, sent) => {
      arrived(sent, NOTHING)
      toast(t('appeal-done'))
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  return (
    <details>
      <summary>{t('appeal-title')}</summary>
      <form
        className="np-stack np-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!send.isPending) send.mutate(form)
        }}
      >
        <p>{t('appeal-text', { until: longDay(locale, until) })}</p>
        {wrong ? null : <Refused error={error} />}
        <TextArea
          required
          label={t('appeal-words')}
          error={form === send.variables ? wrong : undefined}
          rows={4}
          maxLength={2000}
          value={form.words}
          onInput={(event) => write({ words: event.currentTarget.value })}
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
