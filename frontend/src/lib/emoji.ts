import type { Locale } from '@/i18n/catalogue'

type Emoji = readonly [sign: string, name: string, words: string]

const lists: Record<Locale, () => Promise<{ default: readonly Emoji[] }>> = {
  nl: () => import('virtual:emoji/nl'),
  en: () => import('virtual:emoji/en'),
}

/** Emoji whose name, or else whose other words, begin with this; a few. */
export async function findEmoji(locale: Locale, typed: string, most: number): Promise<Emoji[]> {
  const { default: known } = await lists[locale]()
  const begins = (words: string) => words.toLocaleLowerCase(locale).split(/[\s:,]+/).some((word) => word.startsWith(typed.toLocaleLowerCase(locale)))
  const named = known.filter(([, name]) => begins(name))
  const meant = known.filter((one) => !named.includes(one) && begins(one[2]))
  return [...named, ...meant].slice(0, most)
}
