import { useEffect, useRef, useState } from 'react'
import { isProblem, NoAnswer, Problem } from '@/api/problems'
import type { Post, Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { namesPeople } from '@/lib/regimes'
import { useDrop } from '@/lib/use-drop'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { Skeleton } from '@/ui/states'
import { editPost, loadSource } from '../api'
import { formsOf } from '../attached'
import { useAttached, wordsField } from '../use-attached'
import { lateNote } from './attached-files'
import { addButton, PostEditor } from './post-editor'

interface Props {
  tenant: string
  thread: Thread
  post: Post
  /** The one whose words are to be written. */
  file: string | undefined
  owner: string
  /** Where it has no author. */
  postKey: string | undefined
  onClose: (edited: Post | null) => void
}

interface Source {
  body: string
  etag: string
}

async function source(tenant: string, id: string, postKey: string | undefined): Promise<Source> {
  const { data, etag } = await loadSource(tenant, id, postKey)
  return { body: data.body, etag: etag ?? `"${String(data.version)}"` }
}

/** Editing one's own words where they stand. When they changed elsewhere both texts are shown, and nothing is lost. */
export function EditPost({ tenant, thread, post, file, owner, postKey, onClose }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const [from, setFrom] = useState<Source | null>(null)
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const takes = namesPeople(thread.regime)
  const attached = useAttached({ tenant, thread: thread.id, owner: takes ? owner : '', post })
  const carried = useDrop(frame, takes ? attached.add : null, () => undefined)
  const field = `edit-${post.id}`
  const kept = `${owner}/${field}`
  const said = (error: unknown) => (error instanceof NoAnswer ? t('edit-no-answer') : why(error))

  useEffect(() => {
    void Promise.all([source(tenant, post.id, postKey), readDraft(kept)]).then(
      ([loaded, draft]) => {
        setText(draft?.text ?? loaded.body)
        // A text that goes on from an older version is not saved over what somebody wrote since.
        setFrom({ ...loaded, etag: draft?.version ?? loaded.etag })
        requestAnimationFrame(() => (file === undefined ? area.current : document.getElementById(wordsField(file)))?.focus())
      },
      (error: unknown) => setFault(why(error)),
    )
  }, [tenant, post.id, postKey, file, kept, why])

  const keep = (next: string, version: string | undefined) => void keepDraft(kept, { text: next, savedAt: Date.now(), ...(version === undefined ? {} : { version }) })
  const write = (next: string) => {
    setText(next)
    keep(next, from?.etag)
  }
  const leave = (edited: Post | null) => {
    void dropDraft(kept)
    if (edited) attached.taken()
    else attached.leave()
    onClose(edited)
  }
  const save = async () => {
    if (!from || busy || (takes && !attached.ready())) return
    setBusy(true)
    setFault(null)
    try {
      const files = takes && attached.changed ? { files: formsOf(attached.files) } : {}
      leave((await editPost(tenant, post.id, { body: text, ...files }, from.etag, postKey)).data)
    } catch (error) {
      setBusy(false)
      const errors = error instanceof Problem ? error.errors.filter((one) => !one.pointer.startsWith('/files')) : []
      if (error instanceof Problem && attached.blame(attached.files, error.errors)) return setFault(errors[0]?.detail ?? null)
      setFault(said(error))
      if (!isProblem(error, 412)) return
      const now = await source(tenant, post.id, postKey).catch(() => null)
      if (!now) return
      setTheirs(now.body)
      setFrom(now)
      keep(text, now.etag)
    }
  }

  if (!from) return fault ? <Alert kind="error">{fault}</Alert> : <Skeleton lines={3} />
  return (
    <div ref={frame} data-closes className={`np-stack np-stack--tight${carried ? ' np-dropping' : ''}`}>
      {theirs !== null ? (
        <>
          <Alert kind="warning">{fault}</Alert>
          <TextArea label={t('conflict-theirs')} value={theirs} readOnly rows={5} />
        </>
      ) : null}
      <PostEditor
        id={field}
        label={theirs === null ? t('post-edit-label', { number: post.seq }) : t('conflict-yours')}
        value={text}
        area={area}
        error={theirs === null ? fault : null}
        language={post.translates?.language}
        place={{ tenant, issue: thread.issue, named: takes }}
        attached={takes ? attached : null}
        carried={carried}
        onWrite={write}
        onSubmit={() => void save()}
      />
      <p className="np-soft np-small">{t('post-edit-hint')}</p>
      <div className="np-row">
        <Button appearance="primary" busy={busy} aria-describedby={lateNote(attached, addButton(field))} onClick={() => void save()}>
          {t('action-save')}
        </Button>
        <Button appearance="secondary" onClick={() => leave(null)}>
          {t('action-cancel')}
        </Button>
      </div>
    </div>
  )
}
