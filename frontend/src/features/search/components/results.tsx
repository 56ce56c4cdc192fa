import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { isProblem, NoAnswer } from '@/api/problems'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { useOnline } from '@/lib/use-online'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { More } from '@/ui/more'
import { EmptyState, Skeleton } from '@/ui/states'
import { type Found, isUpdating, searchQuery } from '../api'
import { narrowing, type SearchFilter, widest } from '../filter'
import { HitCard } from './hit'
import { PeopleFound } from './people'

interface Props {
  filter: SearchFilter
  signedIn: boolean
  signIn: ReactNode
  onChange: (change: Partial<SearchFilter>) => void
}

/** What was found, said once, without ever taking the focus. */
export function Results(props: Props) {
  const { filter } = props
  const query = useInfiniteQuery(searchQuery(filter))
  const first = query.data?.pages[0]
  const fresh = first !== undefined && !query.isPlaceholderData
  const count = useCount(first)
  useEffect(() => {
    if (fresh) announce(count)
  }, [fresh, count, filter.q])
  if (query.isError && !fresh) return <Failed error={query.error} busy={query.isFetching} retry={() => void query.refetch()} />
  if (first === undefined) return <Skeleton />
  const hits = query.data?.pages.flatMap((page) => page.items) ?? []
  const alone = filter.kind === 'person'
  const people = <PeopleFound found={first} alone={alone} onAll={() => props.onChange({ kind: 'person' })} />
  const named = first.people.some((person) => person.byName)
  if (hits.length === 0 && first.people.length === 0) {
    return first.peopleLater ? people : <Nothing {...props} />
  }
  return (
    <section className="np-stack" aria-busy={query.isPlaceholderData}>
      <h2 id="search-found" tabIndex={-1}>
        {count}
      </h2>
      <Nearness found={first} words={filter.q} />
      {named || alone ? people : null}
      {hits.length > 0 ? (
        <ul role="list" className="np-stack np-stack--tight np-wide-measure">
          {hits.map((hit) => (
            <HitCard key={`${hit.kind} ${hit.id}`} hit={hit} />
          ))}
        </ul>
      ) : null}
      <More query={query} />
      {named || alone ? null : people}
    </section>
  )
}

function useCount(found: Found | undefined): string {
  const { t } = useI18n()
  if (found === undefined) return ''
  return found.more ? t('search-count-more', { count: found.total }) : t('search-count', { count: found.total })
}

/** When it is not quite what was asked, that is said. */
function Nearness(props: { found: Found; words: string }) {
  const { t } = useI18n()
  if (props.found.nearness === 'exact') return null
  return <p className="np-measure">{t(props.found.nearness === 'similar' ? 'search-similar' : 'search-partial', { words: props.words })}</p>
}

/** Why nothing was found, and the next thing to try. */
function Nothing(props: Props) {
  const { t } = useI18n()
  const { filter, onChange } = props
  const narrowed = narrowing(filter) > 0 || filter.kind !== ''
  if (filter.kind === 'person' && !props.signedIn) {
    return (
      <EmptyState title={t('search-people-closed-title')} action={props.signIn}>
        {t('search-people-closed-text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('search-none-title')} action={narrowed ? <Button onClick={() => onChange(widest(filter))}>{t('search-everywhere')}</Button> : <Tips signedIn={props.signedIn} />}>
      {t(narrowed ? 'search-none-narrowed' : 'search-none-text')}
    </EmptyState>
  )
}

export function Tips(props: { signedIn: boolean }) {
  const { t } = useI18n()
  return (
    <ul className="np-tips">
      <li>{t('search-tip-spelling')}</li>
      <li>{t('search-tip-part')}</li>
      <li>{t(props.signedIn ? 'search-tip-reading' : 'search-tip-sign-in')}</li>
    </ul>
  )
}

function Failed(props: { error: unknown; busy: boolean; retry: () => void }) {
  const { t } = useI18n()
  const online = useOnline()
  const { error } = props
  if (isUpdating(error)) {
    return (
      <Alert kind="info">
        <p role="status">{t('search-updating')}</p>
      </Alert>
    )
  }
  const silent = t(online ? 'offline-text' : 'search-offline')
  const why = error instanceof NoAnswer ? silent : isProblem(error) && error.detail ? error.detail : t('search-failed')
  return (
    <Alert kind="error">
      <p>{why}</p>
      <Button busy={props.busy} onClick={props.retry}>
        {t('action-retry')}
      </Button>
    </Alert>
  )
}
