import { useRef, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { OwnDecision } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useDrop } from '@/lib/use-drop'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/refused'
import { rewritePost } from '../api'
import { formsOf } from '../attached'
import { useAttached } from '../use-attached'
import { lateNote } from './attached-files'
import { addButton, PostEditor } from './post-editor'

interface Props {
  decision: OwnDecision
  owner: string
  onDone: () => void
}

/** What came back for editing, to be written otherwise, with its files. Only where people are named does anything come back. */
export function RewritePost(props: Props) {
  const { post, thread } = props.decision
  return post && thread ? <Rewrite {...props} post={post} thread={thread} /> : null
}

function Rewrite({ decision, owner, onDone, post, thread }: Props & { post: string; thread: string }) {
  const { t } = useI18n()
  const { files, id, tenant } = decision
  const field = `rewrite-${id}`
  const draft = `${owner}/${field}`
  const [start] = useState({ body: decision.body ?? '' })
  const { form, write: keep, arrived } = useKept(draft, start)
  const frame = useRef<HTMLFormElement>(null)
  const attached = useAttached({ tenant, thread, owner, post: { id: post, files } })
  const carried = useDrop(frame, attached.add, () => undefined)
  const send = useMutation({
    mutationFn: ({ body }: typeof start) => rewritePost(tenant, id, { body, ...(attached.changed ? { files: formsOf(attached.files) } : {}) }),
    onSuccess: (_, sent) => {
      arrived(sent, sent)
      attached.taken()
      onDone()
    },
    onError: (error) => {
      if (isProblem(error)) attached.blame(attached.files, error.errors)
    },
  })
  const again = () => {
    if (!send.isPending && attached.ready()) send.mutate(form)
  }
  const { error } = send
  const wrong = isProblem(error) ? error.errors.find((one) => !one.pointer.startsWith('/files'))?.detail : undefined
  const atFiles = isProblem(error) && error.errors.some((one) => one.pointer.startsWith('/files'))
  return (
    <form
      ref={frame}
      data-closes
      className={`np-stack np-form${carried ? ' np-dropping' : ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        again()
      }}
    >
      <h4>{t('moderated-rewrite-title')}</h4>
      <p>{t('moderated-rewrite-text')}</p>
      {wrong || atFiles ? null : <Refused error={error} />}
      {/* Nothing comes back where people have no names. */}
      <PostEditor id={field} label={t('moderated-rewrite-label')} value={form.body} error={wrong ?? null} place={{ tenant, issue: decision.issue, named: true }} attached={attached} carried={carried} onWrite={(body) => keep({ body })} onSubmit={again} />
      <div>
        <Button type="submit" appearance="primary" busy={send.isPending} aria-describedby={lateNote(attached, addButton(field))}>
          {t('moderated-rewrite-send')}
        </Button>
      </div>
    </form>
  )
}
