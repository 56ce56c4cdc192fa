import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalogue, Language } from './format'
import type { Messages } from './keys'

export type Locale = 'nl' | 'en'
type MessageKey = keyof Messages
/** The keys whose sentence needs no arguments. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends null ? K : never }[MessageKey]
export type Translate = <K extends MessageKey>(key: K, ...args: Messages[K] extends null ? [] : [Messages[K]]) => string

type CatalogueName = 'ui' | 'help'
const files = import.meta.glob<Catalogue>('../../../backend/locales/*/{ui,help}.ftl', { import: 'default' })

export async function loadCatalogue(locale: Locale, catalogue: CatalogueName): Promise<Catalogue> {
  const load = files[`../../../backend/locales/${locale}/${catalogue}.ftl`]
  return load ? load() : {}
}

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

/** The page speaks one language; it changes only when the other catalogue has arrived. */
export function I18nProvider(props: { locale: Locale; source: Catalogue; children: ReactNode }) {
  const [current, setCurrent] = useState({ locale: props.locale, source: props.source })
  useEffect(() => {
    document.documentElement.lang = current.locale
  }, [current.locale])
  const value = useMemo<I18n>(
    () => ({
      locale: current.locale,
      t: createTranslate(current.locale, current.source),
      setLocale: (locale) => {
        document.cookie = `np_lang=${locale}; path=/; max-age=31536000; samesite=lax`
        void loadCatalogue(locale, 'ui').then((source) => setCurrent({ locale, source }))
      },
    }),
    [current],
  )
  return <Context.Provider value={value}>{props.children}</Context.Provider>
}

/** A translate function over another catalogue (help), once it has loaded. */
export function useCatalogue(catalogue: CatalogueName): Translate | null {
  const { locale } = useI18n()
  const [loaded, setLoaded] = useState<{ locale: Locale; t: Translate } | null>(null)
  useEffect(() => {
    let wanted = true
    void loadCatalogue(locale, catalogue).then((source) => {
      if (wanted) setLoaded({ locale, t: createTranslate(locale, source) })
    })
    return () => {
      wanted = false
    }
  }, [locale, catalogue])
  return loaded?.locale === locale ? loaded.t : null
}
