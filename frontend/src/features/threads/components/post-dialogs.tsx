import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem, Problem } from '@/api/problems'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { ServerHtml } from '@/ui/html'
import { Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { editPost, loadSource, versionsQuery, withdrawPost } from '../api'

interface Props {
  tenant: string
  post: Post
  onClose: () => void
}

const said = (error: unknown, otherwise: string) => (error instanceof Problem && error.detail ? error.detail : otherwise)

export function HistoryDialog({ tenant, post, onClose }: Props) {
  const { t, locale } = useI18n()
  const versions = useQuery(versionsQuery(tenant, post.id))
  return (
    <Dialog title={t('post-history-title', { number: post.seq })} onClose={onClose}>
      {versions.data ? (
        versions.data.map((version) => (
          <section key={version.version} className="np-stack np-stack--tight">
            <h3>{fullMoment(locale, version.writtenAt)}</h3>
            <ServerHtml html={version.html} />
          </section>
        ))
      ) : versions.isError ? (
        <Alert kind="error">{said(versions.error, t('error-text'))}</Alert>
      ) : (
        <Skeleton lines={3} />
      )}
    </Dialog>
  )
}

export function WithdrawDialog({ tenant, post, onClose }: Props) {
  const { t } = useI18n()
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const withdraw = () => {
    setBusy(true)
    withdrawPost(tenant, post.id).then(
      () => {
        toast(t('post-withdraw-done'))
        onClose()
      },
      (error: unknown) => {
        setBusy(false)
        setFault(said(error, t('error-text')))
      },
    )
  }
  return (
    <Dialog
      title={t('post-withdraw-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" danger busy={busy} onClick={withdraw}>
          {t('post-withdraw')}
        </Button>
      }
    >
      <p>{t('post-withdraw-text')}</p>
      {fault ? <Alert kind="error">{fault}</Alert> : null}
    </Dialog>
  )
}

/** Editing one's own words. When they changed elsewhere, both texts are shown and nothing is lost. */
export function EditDialog({ tenant, post, onClose, onEdited }: Props & { onEdited: (post: Post) => void }) {
  const { t } = useI18n()
  const [source, setSource] = useState<{ body: string; etag: string } | null>(null)
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    loadSource(tenant, post.id).then(
      ({ data, etag }) => {
        setSource({ body: data.body, etag: etag ?? `"${String(data.version)}"` })
        setText(data.body)
      },
      (error: unknown) => setFault(said(error, t('error-text'))),
    )
  }, [tenant, post.id, t])

  const save = async () => {
    if (!source) return
    setBusy(true)
    setFault(null)
    try {
      const { data } = await editPost(tenant, post.id, text, source.etag)
      onEdited(data)
      toast(t('post-edit-done'))
      onClose()
    } catch (error) {
      setBusy(false)
      setFault(said(error, t('error-text')))
      if (!isProblem(error, 412)) return
      const now = await loadSource(tenant, post.id)
      setTheirs(now.data.body)
      setSource({ body: now.data.body, etag: now.etag ?? source.etag })
    }
  }

  return (
    <Dialog
      title={t('post-edit-title', { number: post.seq })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy || !source} onClick={() => void save()}>
          {t('action-save')}
        </Button>
      }
    >
      <p className="np-soft">{t('post-edit-hint')}</p>
      {fault ? <Alert kind="error">{fault}</Alert> : null}
      {theirs !== null ? <TextArea label={t('conflict-theirs')} value={theirs} readOnly rows={5} /> : null}
      <TextArea label={t(theirs === null ? 'post-edit-label' : 'conflict-yours')} value={text} rows={8} onInput={(event) => setText(event.currentTarget.value)} />
    </Dialog>
  )
}
