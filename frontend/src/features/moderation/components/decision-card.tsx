import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { OwnDecision } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { rewritePost } from '../api'
import { GROUND, measures } from '../words'
import { AppealForm } from './appeal-form'
import { OwnAppeal } from './own-appeal'
import { Said } from './said'

interface Props {
  decision: OwnDecision
  owner: string
  postKey?: string | undefined
  onChanged: () => void
}

/** What was decided about a post of the reader's, why, and what one can do now. */
export function DecisionCard({ decision, owner, postKey, onChanged }: Props) {
  const { t, locale } = useI18n()
  const { about, appeal, body, ground, rewrittenAt, seq, tenant, thread } = decision
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <h3>
        <a href={paths.thread(tenant, thread, seq)}>{about === 'title' ? t('moderated-place-title', { organisation: decision.tenantName }) : t('moderated-place', { number: seq, organisation: decision.tenantName })}</a>
      </h3>
      <p className="np-soft">{t('moderated-decided-at', { day: longDay(locale, decision.decidedAt) })}</p>
      {measures(t, locale, decision).map((sentence) => (
        <p key={sentence}>
          <strong>{sentence}</strong>
        </p>
      ))}
      {decision.titleBefore ? <Said title={t('moderated-title-before')} text={decision.titleBefore} /> : null}
      {decision.titleAfter ? <Said title={t('moderated-title-after')} text={decision.titleAfter} /> : null}
      {ground ? <Said title={t(GROUND[ground])} text={decision.rule} /> : null}
      {decision.facts ? <Said title={t('moderated-facts')} text={decision.facts} /> : null}
      {rewrittenAt ? <p>{t('moderated-rewritten', { day: longDay(locale, rewrittenAt) })}</p> : null}
      {body && !decision.canRewrite ? <Said title={t('moderated-own-words')} text={body} /> : null}
      {decision.canRewrite ? <Rewrite decision={decision} owner={owner} onDone={onChanged} /> : null}
      {appeal ? <OwnAppeal appeal={appeal} /> : null}
      {decision.canAppeal ? <AppealForm tenant={tenant} decision={decision.id} until={decision.appealUntil} owner={owner} postKey={postKey} onDone={onChanged} /> : null}
    </li>
  )
}

/** What came back for editing, to be written otherwise. */
function Rewrite({ decision, owner, onDone }: { decision: OwnDecision; owner: string; onDone: () => void }) {
  const { t } = useI18n()
  const draft = `${owner}/rewrite-${decision.id}`
  const [body, setBody] = useState(decision.body ?? '')
  useEffect(() => {
    void readDraft(draft).then((kept) => kept && setBody(kept.text))
  }, [draft])
  const send = useMutation({
    mutationFn: () => rewritePost(decision.tenant, decision.id, body),
    onSuccess: async () => {
      await dropDraft(draft)
      toast(t('moderated-rewrite-done'))
      onDone()
    },
  })
  const { error } = send
  const wrong = isProblem(error) ? error.errors[0]?.detail : undefined
  const rest = error && !wrong ? (isProblem(error) ? error.detail : t('offline-text')) : null
  return (
    <form
      className="np-stack np-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!send.isPending) send.mutate()
      }}
    >
      <h4>{t('moderated-rewrite-title')}</h4>
      <p>{t('moderated-rewrite-text')}</p>
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      <TextArea
        label={t('moderated-rewrite-label')}
        error={wrong}
        rows={6}
        value={body}
        onInput={(event) => {
          const text = event.currentTarget.value
          setBody(text)
          void keepDraft(draft, { text, savedAt: Date.now() })
        }}
      />
      <div>
        <Button type="submit" appearance="primary" busy={send.isPending}>
          {t('moderated-rewrite-send')}
        </Button>
      </div>
    </form>
  )
}
