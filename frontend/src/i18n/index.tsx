import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { type Locale, openBook, speak, spoken } from './catalogue'
import { type Catalogue, Language } from './format'
import type { Messages } from './keys'

type MessageKey = keyof Messages
/** The keys whose sentence needs no arguments. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends null ? K : never }[MessageKey]
export type Translate = <K extends MessageKey>(key: K, ...args: Messages[K] extends null ? [] : [Messages[K]]) => string

function createTranslate(locale: Locale, catalogue: Catalogue): Translate {
  const language = new Language(locale)
  return (key, ...args) => {
    const pattern = catalogue[key]
    return pattern === undefined ? key : language.say(pattern, args[0] ?? {})
  }
}

/** The language for a visitor: their own choice, else what the server wrote on the page. */
export function initialLocale(): Locale {
  const chosen = /(?:^|;\s*)np_lang=(\w+)/.exec(document.cookie)?.[1]
  return chosen === 'en' || (!chosen && document.documentElement.lang === 'en') ? 'en' : 'nl'
}

interface I18n {
  locale: Locale
  t: Translate
  setLocale: (locale: Locale) => void
}

const Context = createContext<I18n | null>(null)

export function useI18n(): I18n {
  const value = useContext(Context)
  if (!value) throw new Error('useI18n outside I18nProvider')
  return value
}

/** The page speaks one language; it changes only when the other sentences have arrived. */
export function I18nProvider(props: { locale: Locale; children: ReactNode }) {
  const [locale, setLocale] = useState(props.locale)
  // Before any part of the page asks the server something in this language.
  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const value = useMemo<I18n>(
    () => ({
      locale,
      t: createTranslate(locale, spoken[locale]),
      setLocale: (chosen) => {
        document.cookie = `np_lang=${chosen}; path=/; max-age=31536000; samesite=lax`
        void speak(chosen).then(() => setLocale(chosen))
      },
    }),
    [locale],
  )
  return <Context.Provider value={value}>{props.children}</Context.Provider>
}

/** A translate function over the sentences of the help, once they are there. */
export function useHelp(): Translate | null {
  const { locale } = useI18n()
  const [loaded, setLoaded] = useState<{ locale: Locale; t: Translate } | null>(null)
  useEffect(() => {
    let wanted = true
    void openBook(locale, 'help').then((book) => {
      if (wanted) setLoaded({ locale, t: createTranslate(locale, book.default) })
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return loaded?.locale === locale ? loaded.t : null
}
