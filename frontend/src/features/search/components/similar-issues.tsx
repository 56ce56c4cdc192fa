import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useSettled } from '@/lib/use-settled'
import type { Found } from '../api'

const PAUSE = 600
const MOST = 4
/** One or two words are about everything. */
const FEWEST_WORDS = 3

const words = (title: string): string[] => title.split(/\s+/).filter(Boolean)

interface Props {
  title: string
  /** The issue that is being written. */
  except?: string
  /** Of the heading, below what is around it. */
  level: 'h2' | 'h3'
  /** The organisations with which the reader may join one. */
  own?: readonly string[]
}

/** Who writes an issue sees the ones that resemble it: joining what is there may do more than beginning anew. */
export function SimilarIssues({ title, except, level: Heading, own = [] }: Props) {
  const { t } = useI18n()
  const asked = useSettled(title.trim(), PAUSE)
  const { data } = useQuery({
    queryKey: ['similar-issues', asked],
    queryFn: ({ signal }) => get<Found>('/v1/search', { query: { q: asked, kind: 'issue', limit: MOST + 1 }, signal }),
    enabled: words(asked).length >= FEWEST_WORDS,
    placeholderData: keepPreviousData,
    // Nobody waits for it: a fault is nothing alike.
    retry: false,
  })
  const alike = words(asked).length < FEWEST_WORDS ? [] : (data?.items ?? []).filter((hit) => hit.id !== except).slice(0, MOST)
  return (
    <>
      <p className="np-hidden" role="status">
        {alike.length > 0 ? t('similar-count', { count: alike.length }) : null}
      </p>
      {alike.length > 0 ? (
        <section className="np-sheet np-stack np-stack--tight">
          <Heading>{t('similar-title', { count: alike.length })}</Heading>
          <p className="np-soft np-small">{t('similar-lead')}</p>
          <ul role="list" className="np-stack np-stack--tight">
            {alike.map((hit) => (
              <li key={hit.id}>
                <a href={hit.url} target="_blank" rel="noreferrer" dir="auto">
                  {hit.title}
                  <span className="np-hidden"> {t('opens-elsewhere')}</span>
                </a>{' '}
                <span className="np-soft np-small">
                  <bdi>{hit.tenantName}</bdi>
                </span>
                {own.some((slug) => slug !== hit.tenant) ? (
                  <p className="np-small">
                    {t('similar-join')}{' '}
                    <a href={paths.joinIssue(hit.tenant, hit.id)} dir="auto">
                      {t('similar-join-action', { title: hit.title })}
                    </a>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
