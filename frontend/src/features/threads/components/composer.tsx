import { type RefObject, useId } from 'react'
import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { clockTime } from '@/lib/dates'
import { namesPeople } from '@/lib/regimes'
import { useDrop } from '@/lib/use-drop'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import type { Quoted } from '../outbox'
import type { Attaching } from '../use-attached'
import type { Draft } from '../use-draft'
import { lateNote } from './attached-files'
import { addButton, PostEditor } from './post-editor'
import { RoomSheet } from './room-sheet'

interface Props {
  tenant: string
  thread: Thread
  draft: Draft
  /** Null in a room that takes no files. */
  attached: Attaching | null
  quoted: Quoted | null
  error: string | null
  /** What was sent from here and has not arrived: how many. */
  unsent: number
  frame: RefObject<HTMLElement | null>
  area: RefObject<HTMLTextAreaElement | null>
  onTyped: () => void
  onUnquote: () => void
  onSend: () => void
  onShowUnsent: () => void
}

/** Where one writes. It is a plain text field: nothing that happens elsewhere touches it. Who reads it, and as whom one speaks, comes first. */
export function Composer({ tenant, thread, draft, attached, quoted, error, unsent, frame, area, onTyped, onUnquote, onSend, onShowUnsent }: Props) {
  const { t } = useI18n()
  const id = useId()
  const place = { tenant, issue: thread.issue, named: namesPeople(thread.regime) }
  const write = (text: string) => {
    draft.write(text)
    onTyped()
  }
  const carried = useDrop(frame, attached && attached.add, () => toast(t('attached-not-here')))
  return (
    <section ref={frame} className={`np-composer np-no-print${carried ? ' np-dropping' : ''}`} aria-labelledby={`${id}-title`}>
      <RoomSheet tenant={tenant} thread={thread} id={`${id}-readers`} />
      <div className="np-composer__main">
        <h2 id={`${id}-title`}>{t('composer-title')}</h2>
        {quoted ? (
          <p className="np-composer__quoted">
            <a id={`${id}-quoted`} href={`#${String(quoted.seq)}`}>{t('composer-answers', { name: who(t, quoted.name), number: quoted.seq })}</a>
            <Button appearance="subtle" onClick={onUnquote}>
              {t('composer-unquote')}
            </Button>
          </p>
        ) : null}
        <PostEditor id={id} label={t('composer-label')} value={draft.text} area={area} describedBy={quoted ? `${id}-quoted ${id}-readers` : `${id}-readers`} error={error} place={place} attached={attached} carried={carried} onWrite={write} onSubmit={onSend} />
        <div className="np-row">
          <Button appearance="primary" aria-describedby={lateNote(attached, addButton(id))} onClick={onSend}>
            {t('composer-send')}
          </Button>
          <Safe draft={draft} />
        </div>
        {unsent > 0 ? <Unsent count={unsent} onShow={onShowUnsent} /> : null}
      </div>
    </section>
  )
}

/** The field is empty by then, and on a phone what became of the text stands far above it: whoever sent it with a key would think that it arrived. */
function Unsent({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useI18n()
  return (
    <p className="np-save-line np-small">
      {t('composer-unsent', { count })}{' '}
      <Button appearance="subtle" onClick={onShow}>
        {t('composer-unsent-show', { count })}
      </Button>
    </p>
  )
}

/** Where what one typed is safe. The notice on top of the page, which speaks, is out of sight here. */
function Safe({ draft: { text, savedAt, isLate } }: { draft: Draft }) {
  const { t, locale } = useI18n()
  const online = useOnline()
  if (text !== '' && !online) return <span className="np-save-line np-small">{t('offline-banner')}</span>
  if (text !== '' && isLate) {
    return (
      <span className="np-save-line np-small" role="status">
        {t('save-waiting')}
      </span>
    )
  }
  if (text !== '' && savedAt) return <span className="np-soft np-small">{t('draft-saved', { time: clockTime(locale, savedAt) })}</span>
  return <span className="np-soft np-small np-for-keys">{t('composer-keys')}</span>
}
