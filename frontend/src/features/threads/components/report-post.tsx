import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { OwnReport, Post } from '@/api/types'
import { useKey } from '@/api/use-key'
import { useMutation } from '@/api/use-mutation'
import { type PlainKey, useI18n } from '@/i18n'
import { goToFirstFault } from '@/lib/first-fault'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, TextArea } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type ReportForm as Form, reportPost } from '../api'

type Reason = OwnReport['reason']

const REASONS: readonly { reason: Reason; label: PlainKey; law: boolean }[] = [
  { reason: 'unlawful', label: 'report-reason-unlawful', law: true },
  { reason: 'hate', label: 'report-reason-hate', law: true },
  { reason: 'threat', label: 'report-reason-threat', law: true },
  { reason: 'private-data', label: 'report-reason-private-data', law: true },
  { reason: 'child-abuse', label: 'report-reason-child-abuse', law: true },
  { reason: 'house-rules', label: 'report-reason-house-rules', law: false },
  { reason: 'spam', label: 'report-reason-spam', law: false },
  { reason: 'other', label: 'report-reason-other', law: false },
]

interface Typed {
  reason: Reason | ''
  words: string
  statedTrue: boolean
}

const EMPTY: Typed = { reason: '', words: '', statedTrue: false }

interface Props {
  title: string
  /** What one is to say of it. */
  hint: string
  /** Names what is typed in this browser. */
  draft: string
  onReport: (form: Form, key: string) => Promise<unknown>
  onClose: () => void
}

/** What is wrong with a post. */
export default function ReportDialog({ tenant, post, owner, onClose }: { tenant: string; post: Post; owner: string; onClose: () => void }) {
  const { t } = useI18n()
  return <ReportForm title={t('report-title', { number: post.seq })} hint={t('report-words-hint')} draft={`${owner}/report-${post.id}`} onReport={(form, key) => reportPost(tenant, post.id, form, key)} onClose={onClose} />
}

/** What is wrong with what stands there. What was typed is there again after closing. */
export function ReportForm({ title, hint, draft, onReport, onClose }: Props) {
  const { t } = useI18n()
  const { form, write, letGo } = useKept(draft, EMPTY)
  const [missing, setMissing] = useState(false)
  const keyOf = useKey()
  const send = useMutation({
    mutationFn: ({ reason, words, statedTrue }: Typed & { reason: Reason }) => onReport({ reason, words, statedTrue }, keyOf({ reason, words, statedTrue })),
    onSuccess: () => {
      letGo(EMPTY)
      toast(t('report-done'))
      onClose()
    },
  })
  const { error } = send
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail
  const faith = form.statedTrue ? undefined : at('/statedTrue')
  const law = REASONS.some(({ reason, law }) => law && reason === form.reason)
  return (
    <Dialog
      title={title}
      text={
        <p>
          {t('report-who-learns')} {t('report-danger')}
        </p>
      }
      onClose={onClose}
      actions={
        <Button
          appearance="primary"
          busy={send.isPending}
          onClick={() => {
            const { reason } = form
            setMissing(reason === '')
            if (reason === '') goToFirstFault()
            else if (!send.isPending) send.mutate({ ...form, reason })
          }}
        >
          {t('report-send')}
        </Button>
      }
    >
      <Refused error={error} fields={['/statedTrue', '/words']} />
      <Fieldset legend={t('report-reason')} error={missing && form.reason === '' ? t('report-reason-missing') : undefined}>
        {REASONS.map(({ reason, label }) => (
          <Choice key={reason} type="radio" name="reason" label={t(label)} checked={form.reason === reason} onChange={() => write({ reason })} />
        ))}
      </Fieldset>
      <TextArea required label={t('report-words')} hint={hint} error={form.words === send.variables?.words ? at('/words') : undefined} rows={4} maxLength={2000} value={form.words} onInput={(event) => write({ words: event.currentTarget.value })} />
      {law ? (
        <Choice type="checkbox" label={t('report-good-faith')} error={faith} checked={form.statedTrue} onChange={(event) => write({ statedTrue: event.currentTarget.checked })} />
      ) : null}
    </Dialog>
  )
}
