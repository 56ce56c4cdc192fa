import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { useI18n } from '@/i18n'
import { findEmoji } from '@/lib/emoji'
import { excerpt, plainText } from '@/lib/text'
import type { Suggestion, Suggestions } from '@/ui/expander'
import { roomPeopleQuery } from './api'
import { capacityWords } from './words'

const MOST = 8
/** Fewer letters would suggest anything. */
const SHORTEST = 2
/** So many of what can be found are titles, when there are posts as well. */
const TITLES = 5
/** A word is looked for in posts when somebody rests for so long, in milliseconds. */
const REST = 200
const EXCERPT = 70

type Schemas = components['schemas']

const link = (name: string, url: string): string => `[${name.replaceAll(/[[\]]/g, '')}](${location.origin}${url})`

/** Where something is written. */
export interface Place {
  tenant: string
  issue: string
  /** Whether readers learn who wrote it. */
  named: boolean
}

/** What may be meant while one writes: somebody in this room, something that can be found, a sign. */
export function useSuggestions({ tenant, issue, named }: Place): Suggestions {
  const client = useQueryClient()
  const { t, locale } = useI18n()
  return useMemo(() => {
    const people = async (letters: string): Promise<Suggestion[]> => {
      const items = await client.fetchQuery(roomPeopleQuery(tenant, issue))
      const wanted = letters.toLocaleLowerCase(locale)
      const found = items.filter(({ name }) => ` ${name.toLocaleLowerCase(locale)}`.includes(` ${wanted}`))
      return found.slice(0, MOST).map(({ name, capacity, organisation }) => ({ label: name, hint: capacityWords(t, capacity, organisation), becomes: `@${name}` }))
    }
    let typed = ''
    const titles = async (letters: string) => (await get<Schemas['CompletionList']>('/v1/search/_suggest', { query: { q: letters } })).items
    // Searching costs more than completing a title.
    const posts = async (letters: string) => {
      await new Promise((rested) => setTimeout(rested, REST))
      if (typed !== letters) return []
      const { items, nearness } = await get<Schemas['SearchPage']>('/v1/search', { query: { q: letters, kind: 'post', limit: MOST } })
      // Where only some of the words stand is no place that anybody means.
      return nearness === 'partial' ? [] : items
    }
    const things = async (letters: string): Promise<Suggestion[]> => {
      typed = letters
      if (Array.from(letters).length < SHORTEST) return []
      const [called, said] = await Promise.all([titles(letters), posts(letters).catch(() => [])])
      const other = said.filter(({ url }) => called.every((one) => one.url !== url))
      const first = called.slice(0, Math.max(TITLES, MOST - other.length))
      return [
        ...first.map(({ title, tenantName, url }) => ({ label: title, hint: tenantName, becomes: link(title, url) })),
        ...other.slice(0, MOST - first.length).map(({ title, tenantName, snippet, url }) => {
          const name = t('suggest-post', { title, number: url.split('#')[1] ?? '1' })
          return { label: excerpt(plainText(snippet), EXCERPT), hint: `${name}, ${tenantName}`, becomes: link(name, url) }
        }),
      ]
    }
    const signs = async (letters: string): Promise<Suggestion[]> =>
      Array.from(letters).length < SHORTEST ? [] : (await findEmoji(locale, letters, MOST)).map(([sign, name]) => ({ label: `${sign} ${name}`, becomes: sign }))
    // Where nobody learns who wrote what, no letter leaves this browser before it is sent.
    return named ? { '@': people, '#': things, ':': signs } : { ':': signs }
  }, [client, t, locale, tenant, issue, named])
}
