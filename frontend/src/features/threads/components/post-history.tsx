import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { Problem } from '@/api/problems'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Skeleton } from '@/ui/states'
import { versionsQuery } from '../api'
import { changes, counted, type Piece, shortened, wordsOf } from '../changes'

/** Every version of a post, the newest first, each with what changed in it. */
export default function HistoryDialog({ tenant, post, onClose }: { tenant: string; post: Post; onClose: () => void }) {
  const { t, locale } = useI18n()
  const query = useQuery(versionsQuery(tenant, post.id))
  const versions = query.data ? [...query.data.map(({ html, writtenAt }) => ({ html, writtenAt })), { html: post.html, writtenAt: post.editedAt ?? post.createdAt }] : []
  return (
    <Dialog wide title={t('post-history-title', { number: post.seq })} onClose={onClose}>
      {query.isError ? <Alert kind="error">{query.error instanceof Problem ? query.error.detail : t('error-text')}</Alert> : null}
      {query.isPending ? <Skeleton lines={3} /> : null}
      {versions
        .map((version, index) => {
          const moment = fullMoment(locale, version.writtenAt)
          const before = versions[index - 1]
          return (
            <section key={version.writtenAt} className="np-stack np-stack--tight">
              <h3>{before ? t('post-history-changed', { moment }) : t('post-history-first', { moment })}</h3>
              {before ? <Changes before={before.html} now={version.html} moment={moment} /> : <Text>{wordsOf(version.html)}</Text>}
            </section>
          )
        })
        .reverse()}
    </Dialog>
  )
}

const Text = (props: { children: ReactNode }) => (
  <p className="np-prose np-prose--plain" dir="auto">
    {props.children}
  </p>
)

/** As much of what stayed as shows where a change is. */
const AROUND = 120

function Changes({ before, now, moment }: { before: string; now: string; moment: string }) {
  const { t } = useI18n()
  const [whole, setWhole] = useState(false)
  const all = useMemo(() => changes(wordsOf(before), wordsOf(now)), [before, now])
  const short = useMemo(() => shortened(all, AROUND), [all])
  const { added, removed } = counted(all)
  if (all.every(({ what }) => what === 'same')) return <p className="np-soft">{t('post-history-form')}</p>
  return (
    <>
      {added + removed > 0 ? (
        <p className="np-soft np-small">
          {t('post-history-more', { count: added })} {t('post-history-less', { count: removed })}
        </p>
      ) : null}
      <Text>
        {(whole ? all : short).map((piece, at) => (
          <Changed key={at} piece={piece} />
        ))}
      </Text>
      {short.some((piece, at) => piece.text !== all[at]?.text) ? (
        <div>
          <Button appearance="subtle" aria-pressed={whole} aria-label={t('post-history-whole-name', { moment })} onClick={() => setWhole(!whole)}>
            {t('post-history-whole')}
          </Button>
        </div>
      ) : null}
    </>
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
          <span className="np-hidden"> {t('post-history-end')}</span>
        </ins>
      )
    case 'removed':
      return (
        <del>
          <span className="np-hidden">{t('post-history-removed')} </span>
          {piece.text}
          <span className="np-hidden"> {t('post-history-end')}</span>
        </del>
      )
  }
}
