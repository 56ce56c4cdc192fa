import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { PageHead } from '@/app/layouts/page-head'
import { searchQuery, SHORTEST } from '@/features/search/api'
import { HitCard } from '@/features/search/components/hit'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { EmptyState, Skeleton } from '@/ui/states'

const PAUSE = 300

/** The address holds what is asked, so that an answer can be shared and comes back with Back. */
export default function SearchPage() {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const asked = (search.get('q') ?? '').trim()
  const [text, setText] = useState(asked)
  const [known, setKnown] = useState(asked)
  if (asked !== known) {
    setKnown(asked)
    if (asked !== text.trim()) setText(asked)
  }
  useEffect(() => {
    const words = text.trim()
    if (words === asked) return undefined
    const timer = setTimeout(() => setSearch(words ? { q: words } : {}, { replace: true }), PAUSE)
    return () => clearTimeout(timer)
  }, [text, asked, setSearch])
  return (
    <div className="np-stack">
      <PageHead title={t('search-title')} lead={t('search-lead')} />
      <form
        role="search"
        aria-label={t('search-title')}
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ q: text.trim() }, { replace: true })
        }}
      >
        <TextField type="search" label={t('search-words')} hint={t('search-hint')} value={text} maxLength={200} autoComplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      </form>
      {asked.length >= SHORTEST ? <Results words={asked} /> : null}
    </div>
  )
}

function Results({ words }: { words: string }) {
  const { t } = useI18n()
  const query = useInfiniteQuery(searchQuery(words))
  const first = query.data?.pages[0]
  const fresh = first !== undefined && !query.isPlaceholderData
  const count = first === undefined ? '' : first.more ? t('search-count-more', { count: first.total }) : t('search-count', { count: first.total })
  useEffect(() => {
    if (fresh) announce(count)
  }, [fresh, count, words])
  if (query.isError) {
    return (
      <Alert kind="error">
        <p>{t('search-failed')}</p>
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('action-retry')}
        </Button>
      </Alert>
    )
  }
  if (query.data === undefined) return <Skeleton />
  const hits = query.data.pages.flatMap((page) => page.items)
  if (hits.length === 0) return <EmptyState title={t('search-none-title')}>{t('search-none-text')}</EmptyState>
  return (
    <section className="np-stack" aria-busy={query.isPlaceholderData}>
      <h2>{count}</h2>
      <ul role="list" className="np-stack np-measure">
        {hits.map((hit) => (
          <HitCard key={`${hit.kind} ${hit.id}`} hit={hit} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list-more')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
