import { useId, useRef } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { realtime } from '@/api/realtime'
import type { Problem } from '@/api/problems'
import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { clockTime } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import type { Draft } from '../use-draft'
import type { Quoted } from '../use-sending'
import { ReadersSheet } from './readers'

interface Props {
  thread: Thread
  draft: Draft
  quoted: Quoted | null
  refused: Problem | null
  busy: boolean
  area: { current: HTMLTextAreaElement | null }
  onUnquote: () => void
  onSend: () => void
}

const TYPING_EVERY = 3000

/** Where one writes. It is a plain text field: nothing that happens elsewhere touches it. */
export function Composer({ thread, draft, quoted, refused, busy, area, onUnquote, onSend }: Props) {
  const { t, locale } = useI18n()
  const id = useId()
  const lastTyping = useRef(0)
  const write = (text: string) => {
    draft.write(text)
    if (Date.now() - lastTyping.current < TYPING_EVERY) return
    lastTyping.current = Date.now()
    realtime().typing(`thread:${thread.id}`)
  }
  const error = refused ? (refused.errors[0]?.detail ?? refused.detail) : null
  return (
    <section className="np-composer np-no-print" aria-labelledby={`${id}-title`}>
      <div className="np-composer__main">
        <h2 id={`${id}-title`}>{t('composer-title')}</h2>
        {quoted ? (
          <p className="np-composer__quoted">
            <a href={`#${String(quoted.seq)}`}>{t('composer-answers', { name: quoted.name, number: quoted.seq })}</a>
            <Button appearance="subtle" onClick={onUnquote}>
              {t('composer-unquote')}
            </Button>
          </p>
        ) : null}
        <Editor id={id} label={t('composer-label')} value={draft.text} area={area} describedBy={`${id}-readers`} error={error} render={renderMarkdown} onWrite={write} onSubmit={onSend} />
        <div className="np-row">
          <Button appearance="primary" busy={busy} onClick={onSend}>
            {t('composer-send')}
          </Button>
          <span className="np-soft np-small">{draft.text !== '' && draft.savedAt ? t('draft-saved', { time: clockTime(locale, draft.savedAt) }) : t('composer-keys')}</span>
        </div>
      </div>
      <ReadersSheet thread={thread} id={`${id}-readers`} />
    </section>
  )
}
