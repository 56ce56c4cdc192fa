/** Written from right to left, as far as people write in them now. */
const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** What a tag is written like; null when it is none. */
export function canonicalTag(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0] ?? null
  } catch {
    return null
  }
}

/** What an element says of a text in this language; of one that the browser makes nothing of, that it runs as the page does. */
export function inLanguage(tag: string): { lang: string; dir: 'ltr' | 'rtl' } {
  const known = canonicalTag(tag)
  const script = known ? new Intl.Locale(known).maximize().script : undefined
  return { lang: tag, dir: script && FROM_THE_RIGHT.has(script) ? 'rtl' : 'ltr' }
}

/** A language as its own readers call it, for which the reader's words stand in where the browser does not know that. */
export function ownName(tag: string, locale: string): { name: string; lang: string; dir: 'ltr' | 'rtl' } {
  const [known] = canonicalTag(tag) ? Intl.DisplayNames.supportedLocalesOf([tag]) : []
  const lang = known ?? locale
  return { name: languageNames(lang)(tag), ...inLanguage(lang) }
}

/** Languages by their names in the reader's. */
export function languageNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (code) => (canonicalTag(code) ? names.of(code) : undefined) ?? code
}
