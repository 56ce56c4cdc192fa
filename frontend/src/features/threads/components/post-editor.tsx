import type { RefObject } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { useI18n } from '@/i18n'
import { inLanguage } from '@/lib/languages'
import { Editor } from '@/ui/editor'
import { MOST } from '../limits'
import type { Attaching } from '../use-attached'
import { type Place, useSuggestions } from '../use-suggestions'
import { AddFile, AttachedFiles } from './attached-files'

interface Props {
  /** Of the text field; the button that adds a file is called after it. */
  id: string
  label: string
  value: string
  area?: RefObject<HTMLTextAreaElement | null>
  describedBy?: string
  error: string | null
  /** Of a translation: the one it is put into. */
  language?: string | undefined
  place: Place
  /** Null in a room that takes no files. */
  attached: Attaching | null
  /** Files are being carried over the page. */
  carried: boolean
  onWrite: (text: string) => void
  onSubmit: () => void
}

/** The button that adds a file to what is written in this field. */
export const addButton = (id: string): string => `${id}-add`

/** Where the words of a post are written, be it new, the first, changed or written otherwise: everywhere with the same. */
export function PostEditor({ id, label, value, area, describedBy, error, language, place, attached, carried, onWrite, onSubmit }: Props) {
  const { t } = useI18n()
  const suggest = useSuggestions(place)
  return (
    <>
      <Editor
        id={id}
        required
        label={label}
        {...(place.named ? {} : { hint: t('text-no-names') })}
        value={value}
        {...(area ? { area } : {})}
        {...(describedBy ? { describedBy } : {})}
        error={error}
        limit={MOST}
        language={language ? inLanguage(language) : undefined}
        render={renderMarkdown}
        suggest={suggest}
        tools={attached ? <AddFile id={addButton(id)} attached={attached} /> : null}
        onFiles={attached?.add}
        onWrite={onWrite}
        onSubmit={onSubmit}
      />
      {carried ? <p className="np-small">{t('attached-drop')}</p> : null}
      {attached ? <AttachedFiles tenant={place.tenant} attached={attached} button={addButton(id)} /> : null}
    </>
  )
}
