import { type RefObject, useId } from 'react'
import { renderMarkdown } from '@/api/markdown'
import type { Thread } from '@/api/types'
import { useI18n } from '@/i18n'
import { who } from '@/i18n/who'
import { clockTime } from '@/lib/dates'
import { useDrop } from '@/lib/use-drop'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import { toast } from '@/ui/toast'
import { MOST } from '../limits'
import type { Quoted } from '../outbox'
import type { Attaching } from '../use-attached'
import type { Draft } from '../use-draft'
import { useSuggestions } from '../use-suggestions'
import { AddFile, AttachedFiles, lateNote } from './attached-files'
import { RoomSheet } from './room-sheet'

interface Props {
  tenant: string
  thread: Thread
  draft: Draft
  /** Null in a room that takes no files. */
  attached: Attaching | null
  quoted: Quoted | null
  error: string | null
  frame: RefObject<HTMLElement | null>
  area: RefObject<HTMLTextAreaElement | null>
  onTyped: () => void
  onUnquote: () => void
  onSend: () => void
}

/** Where one writes. It is a plain text field: nothing that happens elsewhere touches it. */
export function Composer({ tenant, thread, draft, attached, quoted, error, frame, area, onTyped, onUnquote, onSend }: Props) {
  const { t, locale } = useI18n()
  const id = useId()
  const suggest = useSuggestions(tenant, thread)
  const write = (text: string) => {
    draft.write(text)
    onTyped()
  }
  const carried = useDrop(frame, attached && attached.add, () => toast(t('attached-not-here')))
  return (
    <section ref={frame} className={`np-composer np-no-print${carried ? ' np-dropping' : ''}`} aria-labelledby={`${id}-title`}>
      <div className="np-composer__main">
        <h2 id={`${id}-title`}>{t('composer-title')}</h2>
        {quoted ? (
          <p className="np-composer__quoted">
            <a href={`#${String(quoted.seq)}`}>{t('composer-answers', { name: who(t, quoted.name), number: quoted.seq })}</a>
            <Button appearance="subtle" onClick={onUnquote}>
              {t('composer-unquote')}
            </Button>
          </p>
        ) : null}
        <Editor id={id} label={t('composer-label')} value={draft.text} area={area} describedBy={`${id}-readers`} error={error} limit={MOST} render={renderMarkdown} suggest={suggest} tools={attached ? <AddFile id={`${id}-add`} attached={attached} /> : null} onFiles={attached?.add} onWrite={write} onSubmit={onSend} />
        {carried ? <p className="np-small">{t('attached-drop')}</p> : null}
        {attached ? <AttachedFiles tenant={tenant} attached={attached} button={`${id}-add`} /> : null}
        <div className="np-row">
          <Button appearance="primary" aria-describedby={lateNote(attached, `${id}-add`)} onClick={onSend}>
            {t('composer-send')}
          </Button>
          {draft.text !== '' && draft.savedAt ? (
            <span className="np-soft np-small">{t('draft-saved', { time: clockTime(locale, draft.savedAt) })}</span>
          ) : (
            <span className="np-soft np-small np-for-keys">{t('composer-keys')}</span>
          )}
        </div>
      </div>
      <RoomSheet tenant={tenant} thread={thread} id={`${id}-readers`} />
    </section>
  )
}
