/** A translation in the making: of which contribution, and into which language. */
import { keepDraft, keptDrafts, readDraft } from '@/lib/drafts'

/** The languages that are asked for most; every other one is typed. */
export const COMMON: readonly string[] = ['nl', 'en', 'ar', 'tr', 'so', 'ti', 'ku', 'fa', 'fr', 'pl', 'uk']

/** While no language is chosen, what is written is kept as of none. */
const NONE = 'none'

export const translationKey = (language: string, post: string): string => `translate-${language || NONE}-${post}`

/** Into which language this contribution was being put, by the names of all that is kept in this browser. */
export function begunIn(keys: readonly string[], owner: string, post: string): string | null {
  const [head, tail] = [`${owner}/translate-`, `-${post}`]
  const found = keys.find((key) => key.startsWith(head) && key.endsWith(tail))
  if (found === undefined) return null
  const language = found.slice(head.length, -tail.length)
  return language === NONE ? '' : language
}

const lastPlace = (owner: string): string => `${owner}/translated-into`

/** Who translates mostly translates into one language: nobody chooses it again and again. */
export async function startIn(owner: string, post: string): Promise<string> {
  return begunIn((await keptDrafts()) ?? [], owner, post) ?? (await readDraft(lastPlace(owner)))?.text ?? ''
}

export const rememberLanguage = (owner: string, language: string): Promise<void> => keepDraft(lastPlace(owner), { text: language, savedAt: Date.now() })

/** What came back to its writer, before what was begun since. */
export async function giveBack(owner: string, post: string, language: string, body: string): Promise<void> {
  const place = `${owner}/${translationKey(language, post)}`
  const begun = (await readDraft(place))?.text ?? ''
  await keepDraft(place, { text: begun === '' ? body : `${body}\n\n${begun}`, savedAt: Date.now() })
}
