import type { Catalogue } from './format'

export type Locale = 'nl' | 'en'
type CatalogueName = 'ui' | 'help'

/** The sentences of a catalogue; of ui only those of the first page, with the way to what each other page adds. */
interface Book {
  default: Catalogue
  pages?: Record<string, () => Promise<Book>>
}
const books = import.meta.glob<Book>('../../../backend/locales/*/{ui,help}.ftl')

export async function openBook(locale: Locale, name: CatalogueName): Promise<Book> {
  const open = books[`../../../backend/locales/${locale}/${name}.ftl`]
  return open ? open() : { default: {} }
}

/** What can be said by now; it only grows. */
export const spoken: Record<Locale, Catalogue> = { nl: {}, en: {} }

/** The pages that were visited: who chooses the other language needs their sentences in that one too. */
const visited = new Set<string>()
let language: Locale = 'nl'

/** From here on this language is spoken: its sentences are there, also those of a page that was opened meanwhile. */
export async function speak(locale: Locale): Promise<void> {
  let known
  do {
    known = visited.size
    await learn(locale)
  } while (visited.size > known)
  language = locale
}

/** A page is about to be shown. */
export async function visit(page: string): Promise<void> {
  visited.add(page)
  await learn(language)
}

async function learn(locale: Locale): Promise<void> {
  const book = await openBook(locale, 'ui')
  const added = await Promise.all([...visited].map((page) => book.pages?.[page]?.()))
  Object.assign(spoken[locale], book.default, ...added.map((part) => part?.default))
}
