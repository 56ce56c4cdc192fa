import { createContext, useContext } from 'react'
import { useI18n } from '.'

/** The language that the organisation of this page writes in first; null when it is not known, or when that of a text is. */
export const WrittenIn = createContext<string | null>(null)

const FIRST_LETTER = /\p{L}/u
const LATIN = /\p{Script=Latin}/u

/**
 * What an element says of a text of which nobody said its language: most likely that of the organisation. Nothing when
 * the page speaks that too, and of another script, which says enough by itself.
 */
export function useWritten(): (text: string) => string | undefined {
  const { locale } = useI18n()
  const language = useContext(WrittenIn)
  return (text) => {
    if (language === null || language === locale) return undefined
    const first = FIRST_LETTER.exec(text.replace(/<[^>]*>/g, ''))?.[0]
    return first !== undefined && LATIN.test(first) ? language : undefined
  }
}
