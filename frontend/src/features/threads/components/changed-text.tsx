import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { changes, counted, type Piece, shortened, wordsOf } from '../changes'

export const PlainText = (props: { children: ReactNode }) => (
  <p className="np-prose np-prose--plain" dir="auto">
    {props.children}
  </p>
)

/** As much of what stayed as shows where a change is. */
const AROUND = 120

/** What is in a text and was not in the one before, and the other way round. */
export function Changes({ before, now, moment }: { before: string; now: string; moment: string }) {
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
      <PlainText>
        {(whole ? all : short).map((piece, at) => (
          <Changed key={at} piece={piece} />
        ))}
      </PlainText>
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
