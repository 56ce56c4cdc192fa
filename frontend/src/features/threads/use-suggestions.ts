import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { useI18n } from '@/i18n'
import { findEmoji } from '@/lib/emoji'
import type { Suggestion, Suggestions } from '@/ui/expander'
import { roomPeopleQuery } from './api'
import { capacityWords } from './words'

const MOST = 8
/** Fewer letters would suggest anything. */
const SHORTEST = 2

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
    const things = async (letters: string): Promise<Suggestion[]> => {
      if (Array.from(letters).length < SHORTEST) return []
      const { items } = await get<components['schemas']['CompletionList']>('/v1/search/_suggest', { query: { q: letters } })
      return items.slice(0, MOST).map(({ title, tenantName, url }) => ({ label: title, hint: tenantName, becomes: `[${title.replaceAll(/[[\]]/g, '')}](${location.origin}${url})` }))
    }
    const signs = async (letters: string): Promise<Suggestion[]> =>
      Array.from(letters).length < SHORTEST ? [] : (await findEmoji(locale, letters, MOST)).map(([sign, name]) => ({ label: `${sign} ${name}`, becomes: sign }))
    // Where nobody learns who wrote what, no letter leaves this browser before it is sent.
    return named ? { '@': people, '#': things, ':': signs } : { ':': signs }
  }, [client, t, locale, tenant, issue, named])
}
