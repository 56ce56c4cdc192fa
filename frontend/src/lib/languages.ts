import type { PlainKey, Translate } from '@/i18n'

/** Spoken and signed here, and without a name in most browsers. */
const UNNAMED: Record<string, PlainKey> = {
  dse: 'language-dse',
  hns: 'language-hns',
  li: 'language-li',
  nds: 'language-nds',
  pap: 'language-pap',
  rif: 'language-rif',
  srn: 'language-srn',
}

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
export function ownName(tag: string, locale: string, t: Translate): { name: string; lang: string; dir: 'ltr' | 'rtl' } {
  const [known] = canonicalTag(tag) ? Intl.DisplayNames.supportedLocalesOf([tag]) : []
  if (known) return { name: new Intl.DisplayNames(known, { type: 'language' }).of(tag) ?? tag, ...inLanguage(known) }
  return { name: languageNames(locale, t)(tag), ...inLanguage(locale) }
}

/** Languages by their names in the reader's. */
export function languageNames(locale: string, t: Translate): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (code) => {
    const unnamed = UNNAMED[code]
    if (unnamed) return t(unnamed)
    return (canonicalTag(code) ? names.of(code) : undefined) ?? code
  }
}
