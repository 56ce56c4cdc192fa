import type { PostFile, PostFileForm } from '@/api/types'
import type { Translate } from '@/i18n'
import { isPicture } from '@/lib/file-types'

/** A file beside what is being written. Pure. */
export interface Attached extends PostFile {
  /** A picture that tells nothing. Words that were typed before that was said are kept. */
  decorative: boolean
  /** It waited too long: the server no longer has it. */
  gone?: boolean
}

/** As many as hang on one post. */
export const MOST_FILES = 6
/** As large as one may be: more is not sent in vain. */
export const MOST_BYTES = 20 * 1024 * 1024
type Chosen = Pick<File, 'name' | 'size'>

/** What was chosen: what is taken while there is room, and what is not, by why. */
export function sortOut<One extends Chosen>(chosen: readonly One[], room: number): Record<'taken' | 'empty' | 'large' | 'beyond', One[]> {
  const fit = chosen.filter((file) => file.size > 0 && file.size <= MOST_BYTES)
  return { taken: fit.slice(0, room), beyond: fit.slice(room), empty: chosen.filter((file) => file.size === 0), large: chosen.filter((file) => file.size > MOST_BYTES) }
}

/** Names every file that was not taken, with why; null when all were. */
export function notTaken(t: Translate, locale: string, { empty, large, beyond }: Record<'empty' | 'large' | 'beyond', readonly Chosen[]>): string | null {
  const told = ([['attached-empty', empty], ['attached-large', large], ['attached-many', beyond]] as const).filter(([, files]) => files.length > 0)
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  const said = told.map(([why, files]) => t(why, { count: files.length, names: names.format(files.map((file) => file.name)) }))
  return said.length > 0 ? said.join(' ') : null
}

/** The longest text beside one. */
export const MOST_WORDS = 20_000

type Bare = Omit<PostFile, 'words'> & { words?: string }

const bare = ({ id, name, mediaType, size, width, height, words = '' }: Bare): Omit<Attached, 'decorative'> => ({ id, name, mediaType, size, words, ...(width && height ? { width, height } : {}) })

/** One that was just added. */
export const arrived = (file: Bare): Attached => ({ ...bare(file), decorative: false })

/** One that hung on a post. */
export const hung = (file: PostFile): Attached => ({ ...bare(file), decorative: isPicture(file) && file.words === '' })

const words = ({ decorative, words }: Attached): string => (decorative ? '' : words.trim())

/** As readers get it. */
export const shown = (file: Attached): PostFile => ({ ...file, words: words(file) })

/** As it goes with a post. */
export const formsOf = (files: readonly Attached[]): PostFileForm[] => files.map((file) => ({ id: file.id, words: words(file), decorative: file.decorative }))

/** Whether it would be the same post. */
export const isSame = (some: readonly Attached[], others: readonly Attached[]): boolean => JSON.stringify(formsOf(some)) === JSON.stringify(formsOf(others))

/** A picture of which nobody said what is to be seen, nor that it tells nothing. */
export const lacksWords = (file: Attached): boolean => isPicture(file) && words(file) === '' && !file.decorative

/** These, and of the others what is not among them. */
export function joined(first: readonly Attached[], others: readonly Attached[]): Attached[] {
  const known = new Set(first.map((file) => file.id))
  return [...first, ...others.filter((file) => !known.has(file.id))]
}

/**
 * What goes on where it was left: what this browser kept, with the words that were typed, and what else waits on the
 * server; without what is elsewhere already. What is gone there stays with its words until its writer removes it; null
 * when the server could not be asked.
 */
export function goOn(kept: readonly Attached[], there: readonly Bare[] | null, elsewhere: ReadonlySet<string>): Attached[] {
  const here = kept.filter((file) => !elsewhere.has(file.id))
  if (!there) return here
  const waiting = new Set(there.map((file) => file.id))
  return joined(
    here.map((file) => ({ ...file, gone: !waiting.has(file.id) })),
    there.filter((file) => !elsewhere.has(file.id)).map(arrived),
  )
}

/** What is wrong with files: with all of them, and with each. */
export interface FileFaults {
  all: string | null
  of: ReadonlyMap<string, string>
}

export const NO_FAULTS: FileFaults = { all: null, of: new Map() }

/** What the server said of the files that were sent, by file; null when it said nothing of them. */
export function faultsIn(sent: readonly Attached[], errors: readonly { pointer: string; detail: string }[]): FileFaults | null {
  const of = new Map<string, string>()
  let all: string | null = null
  for (const { pointer, detail } of errors) {
    if (pointer !== '/files' && !pointer.startsWith('/files/')) continue
    const file = sent[Number(pointer.split('/')[2] ?? '-1')]
    if (file) of.set(file.id, detail)
    else all = detail
  }
  return all !== null || of.size > 0 ? { all, of } : null
}
