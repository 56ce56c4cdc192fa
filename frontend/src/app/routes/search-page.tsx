import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSession } from '@/api/session'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { searchQuery } from '@/features/search/api'
import { SearchFilters } from '@/features/search/components/filters'
import { Kinds } from '@/features/search/components/kinds'
import { Results, Tips } from '@/features/search/components/results'
import { endsBeforeItBegins, isAskable, readFilter, type SearchFilter, writeFilter } from '@/features/search/filter'
import { useI18n } from '@/i18n'
import { isSearchKeyOn, takeWish, turnSearchKey } from '@/lib/shortcut'
import { Button, ButtonLink } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import '@/features/search/search.css'

const PAUSE = 300

/** The address holds what is asked, so that an answer can be shared and comes back with Back. */
export default function SearchPage() {
  const { t } = useI18n()
  const me = useSession()
  const [search, setSearch] = useSearchParams()
  const filter = readFilter(search)
  const change = (part: Partial<SearchFilter>, replace = false) => setSearch(writeFilter({ ...filter, ...part }), { replace })
  const [text, setText] = useWords(filter.q, (q) => change({ q }, true))
  const { data, refetch } = useInfiniteQuery(searchQuery(filter))
  const asks = isAskable(filter)
  // Who comes with a question sees the answer; who begins here gets a word of help that does not jump away while typing.
  const [begins] = useState(!asks)
  const found = asks ? data?.pages[0] : undefined
  useWishedFocus()
  return (
    <div className="np-stack">
      <PageHead title={t('search-title')} about={filter.q} lead={begins ? t('search-lead') : undefined} />
      <form
        role="search"
        className="np-search-form"
        aria-label={t('search-title')}
        onSubmit={(event) => {
          event.preventDefault()
          const q = text.trim()
          change({ q }, true)
          // The same words again: there may be more by now.
          if (q === filter.q && asks) void refetch()
        }}
      >
        <TextField
          id="search-words"
          type="search"
          label={t('search-words')}
          hint={begins ? t('search-hint') : undefined}
          value={text}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button appearance="primary" type="submit">
          {t('search-submit')}
        </Button>
      </form>
      <Kinds chosen={filter.kind} found={found} onChoose={(kind) => change({ kind })} />
      <div className="np-search-page">
        <SearchFilters filter={filter} found={found} onChange={change} />
        {asks ? (
          <Results filter={filter} signedIn={Boolean(me)} signIn={<SignIn search={search} />} onChange={change} />
        ) : endsBeforeItBegins(filter) ? null : (
          <Before words={filter.q} signedIn={Boolean(me)} />
        )}
      </div>
      <SearchKey />
    </div>
  )
}

/** What is being typed goes to the address when the typing pauses; what the address says goes to the field. */
function useWords(asked: string, ask: (words: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  const latest = useRef(ask)
  latest.current = ask
  if (asked !== known) {
    setKnown(asked)
    if (asked !== text.trim()) setText(asked)
  }
  useEffect(() => {
    const words = text.trim()
    if (words === asked) return undefined
    const timer = setTimeout(() => latest.current(words), PAUSE)
    return () => clearTimeout(timer)
  }, [text, asked])
  return [text, setText]
}

/** Who came here by the key wants to type. */
function useWishedFocus(): void {
  useEffect(() => {
    if (takeWish()) document.getElementById('search-words')?.focus()
  }, [])
}

/** Before anything is asked: one letter is too few, and no word is a good moment to say what may be asked. */
function Before(props: { words: string; signedIn: boolean }) {
  const { t } = useI18n()
  if (props.words !== '') return <p role="status">{t('search-too-short')}</p>
  return (
    <section className="np-stack np-stack--tight np-measure">
      <h2>{t('search-tips')}</h2>
      <Tips signedIn={props.signedIn} />
    </section>
  )
}

function SignIn(props: { search: URLSearchParams }) {
  const { t } = useI18n()
  return <ButtonLink href={paths.signIn(`${paths.search()}?${props.search.toString()}`)}>{t('sign-in')}</ButtonLink>
}

/** A key of one letter must be easy to turn off. */
function SearchKey() {
  const { t } = useI18n()
  const [on, setOn] = useState(isSearchKeyOn)
  return (
    <div className="np-search-key np-for-keys">
      <Choice
        type="checkbox"
        label={t('search-key')}
        hint={t('search-key-hint')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked)
          turnSearchKey(event.currentTarget.checked)
        }}
      />
    </div>
  )
}
