/** A translation in the making: of which contribution, and into which language. */
import type { Post } from '@/api/types'
import { dropDraft, keepDraft, keptDrafts, readDraft } from '@/lib/drafts'

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

/** In which version a contribution was read by who puts it into another language. */
const readPlace = (owner: string, post: string): string => `${owner}/read-${post}`
export const rememberVersion = (owner: string, post: string, version: number): Promise<void> => keepDraft(readPlace(owner, post), { text: String(version), savedAt: Date.now() })

export interface Start {
  language: string
  version: number
}

/** Who translates mostly translates into one language: nobody chooses it again and again. What was begun is of what was read then. */
export async function startIn(owner: string, post: Pick<Post, 'id' | 'version'>): Promise<Start> {
  const begun = begunIn((await keptDrafts()) ?? [], owner, post.id)
  const read = begun === null ? undefined : await readDraft(readPlace(owner, post.id))
  const version = read ? Number(read.text) : post.version
  await rememberVersion(owner, post.id, version)
  return { language: begun ?? (await readDraft(lastPlace(owner)))?.text ?? '', version }
}

/** It has arrived: nothing of it is left to keep, unless somebody went on with it elsewhere meanwhile. */
export async function isAllSent(owner: string, post: string, language: string, body: string): Promise<boolean> {
  const kept = await readDraft(`${owner}/${translationKey(language, post)}`)
  if (kept && kept.text !== body) return false
  await dropDraft(readPlace(owner, post))
  return true
}

export const rememberLanguage = (owner: string, language: string): Promise<void> => keepDraft(lastPlace(owner), { text: language, savedAt: Date.now() })

/** What came back to its writer, before what was begun since. */
export async function giveBack(owner: string, post: string, language: string, body: string): Promise<void> {
  const place = `${owner}/${translationKey(language, post)}`
  const begun = (await readDraft(place))?.text ?? ''
  await keepDraft(place, { text: begun === '' ? body : `${body}\n\n${begun}`, savedAt: Date.now() })
}
