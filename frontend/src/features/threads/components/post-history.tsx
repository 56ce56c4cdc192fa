import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Problem } from '@/api/problems'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Dialog } from '@/ui/dialog'
import { Skeleton } from '@/ui/states'
import { versionsQuery } from '../api'
import { changes, type Piece, wordsOf } from '../changes'

/** Every version of a post, the newest first, each with what changed in it. */
export default function HistoryDialog({ tenant, post, onClose }: { tenant: string; post: Post; onClose: () => void }) {
  const { t, locale } = useI18n()
  const query = useQuery(versionsQuery(tenant, post.id))
  const versions = query.data ? [...query.data.map(({ html, writtenAt }) => ({ html, writtenAt })), { html: post.html, writtenAt: post.editedAt ?? post.createdAt }] : []
  return (
    <Dialog title={t('post-history-title', { number: post.seq })} onClose={onClose}>
      {query.isError ? <Alert kind="error">{query.error instanceof Problem ? query.error.detail : t('error-text')}</Alert> : null}
      {query.isPending ? <Skeleton lines={3} /> : null}
      {versions
        .map((version, index) => {
          const before = versions[index - 1]
          const now = wordsOf(version.html)
          return (
            <section key={version.writtenAt} className="np-stack np-stack--tight">
              <h3>{before ? t('post-history-changed', { moment: fullMoment(locale, version.writtenAt) }) : t('post-history-first', { moment: fullMoment(locale, version.writtenAt) })}</h3>
              <p className="np-prose np-prose--plain" dir="auto">
                {before ? changes(wordsOf(before.html), now).map((piece, at) => <Changed key={at} piece={piece} />) : now}
              </p>
            </section>
          )
        })
        .reverse()}
    </Dialog>
  )
}

function Changed({ piece }: { piece: Piece }) {
  const { t } = useI18n()
  switch (piece.what) {
    case 'same':
      return <Fragment>{piece.text}</Fragment>
    case 'added':
      return (
        <ins>
          <span className="np-hidden">{t('post-history-added')} </span>
          {piece.text}
        </ins>
      )
    case 'removed':
      return (
        <del>
          <span className="np-hidden">{t('post-history-removed')} </span>
          {piece.text}
        </del>
      )
  }
}
