import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { useSettled } from '@/lib/use-settled'
import { Icon } from '@/ui/icon'
import { type Suggestion, suggestQuery } from '../api'
import { SHORTEST } from '../filter'
import { ONE } from '../words'

const PAUSE = 200
const LIST = 'site-search-list'

/** Search in the header: titles while typing, everything with Enter. The focus stays in the field. */
export function SuggestBox(props: { onGo: (address: string) => void }) {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  /** The address of the title that the arrows chose: at its place may stand another one by now. */
  const [wanted, setWanted] = useState<string | null>(null)
  const words = text.trim()
  const asked = useSettled(words, PAUSE)
  const query = useQuery({ ...suggestQuery(asked), enabled: open && Array.from(asked).length >= SHORTEST })
  const found = Array.from(words).length >= SHORTEST ? (query.data ?? []) : []
  const active = found.findIndex((item) => item.url === wanted)
  const shown = open && found.length > 0
  const fresh = shown && asked === words && !query.isPlaceholderData
  useEffect(() => {
    if (fresh) announce(t('suggest-count', { count: found.length }))
  }, [fresh, found.length, t])
  const leave = (address: string) => {
    setOpen(false)
    setWanted(null)
    setText('')
    props.onGo(address)
  }
  const search = () => leave(`${paths.search()}?q=${encodeURIComponent(words)}`)
  const move = (step: number) => {
    setOpen(true)
    // One place more than there are titles: the field itself.
    const places = found.length + 1
    setWanted(found[((active + 1 + step + places) % places) - 1]?.url ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
      setWanted(null)
    }
  }
  const chosen = shown ? found[active] : undefined
  return (
    <form
      className="np-header__search"
      role="search"
      action={paths.search()}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) leave(chosen.url)
        else search()
      }}
    >
      <label className="np-hidden" htmlFor="site-search">
        {t('search-label')}
      </label>
      <input
        id="site-search"
        className="utrecht-textbox"
        type="search"
        name="q"
        dir="auto"
        role="combobox"
        aria-expanded={shown}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${LIST}-${String(active)}` : undefined}
        aria-keyshortcuts="/"
        placeholder={t('search-label')}
        autoComplete="off"
        maxLength={200}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setOpen(true)
          setWanted(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <button className="utrecht-button utrecht-button--subtle np-header__icon" type="submit" aria-label={t('search-submit')}>
        <Icon name="search" />
      </button>
      <div role="listbox" id={LIST} className="np-suggest" aria-label={t('suggest-label')} hidden={!shown}>
        {found.map((item, place) => (
          <Title key={item.url} item={item} id={`${LIST}-${String(place)}`} active={place === active} onChoose={() => leave(item.url)} />
        ))}
      </div>
    </form>
  )
}

function Title(props: { item: Suggestion; id: string; active: boolean; onChoose: () => void }) {
  const { t } = useI18n()
  const { item } = props
  return (
    // The keys of a list of choices belong to its field; a pointer must not take the focus from it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div role="option" id={props.id} tabIndex={-1} aria-selected={props.active} onMouseDown={(event) => event.preventDefault()} onClick={props.onChoose}>
      <span dir="auto">{item.title}</span>
      <span className="np-soft np-small">{t('suggest-about', { kind: t(item.kind === 'post' ? 'suggest-thread' : ONE[item.kind]), name: item.tenantName })}</span>
    </div>
  )
}
