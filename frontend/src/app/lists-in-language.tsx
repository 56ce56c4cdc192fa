import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useI18n } from '@/i18n'

/** What the server fills with names of themes, regions and expertise; nothing of it is being written. */
const NAMED: ReadonlySet<unknown> = new Set(['taxonomy', 'issues', 'my-issues', 'running-issues', 'joined-issues', 'agenda', 'networks', 'products', 'people', 'suggestions', 'reach', 'search', 'follows', 'notifications'])

/** Asks for lists anew when the page speaks another language: the names in them come from the server. */
export function ListsInLanguage() {
  const { locale } = useI18n()
  const client = useQueryClient()
  const spoken = useRef(locale)
  useEffect(() => {
    if (spoken.current === locale) return
    spoken.current = locale
    void client.invalidateQueries({ predicate: ({ queryKey }) => NAMED.has(queryKey[0]) })
  }, [client, locale])
  return null
}
