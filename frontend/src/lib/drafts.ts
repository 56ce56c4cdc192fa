/** Texts that are not yet sent, kept in this browser until they are sent or their writer signs out. */
import { clear, createStore, del, get, keys, promisifyRequest, set, type UseStore } from 'idb-keyval'
import { forgetPlaces } from './places'

export interface KeptDraft {
  text: string
  savedAt: number
  /** The server has this text as well: when it no longer does, the text was sent or thrown away elsewhere. */
  synced?: boolean
  /** The version of a standing text that this one goes on from. */
  version?: string
  /** Of a text that was sent: what the server still had of it then. */
  gone?: string
}

let store: UseStore | null = null
function drafts(): UseStore {
  store ??= createStore('netwerkplatform', 'drafts')
  return store
}

/** A browser without storage (private mode) still lets people write. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

/** A page that is left at once ends what it was storing: until it is stored, a text stands here, where that takes no time. */
const JUST_TYPED = 'np-just-typed '
const justTyped = (key: string): string | null => sessionStorage.getItem(JUST_TYPED + key)
function forgetJustTyped(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(JUST_TYPED)) sessionStorage.removeItem(key)
}

/** Its writer signed out, in this tab or in another. */
let over = false

async function keep(key: string, value: unknown): Promise<void> {
  if (over) return
  const text = JSON.stringify(value)
  await attempt(() => Promise.resolve(sessionStorage.setItem(JUST_TYPED + key, text)))
  await attempt(() => set(key, value, drafts()))
  if (justTyped(key) === text) sessionStorage.removeItem(JUST_TYPED + key)
}
export const keepDraft = (key: string, draft: KeptDraft): Promise<void> => keep(key, draft)
export async function readDraft(key: string): Promise<KeptDraft | undefined> {
  // As it was when this was asked: what is typed meanwhile does not hide what was stored.
  const text = justTyped(key)
  const stored = await attempt(() => get<KeptDraft>(key, drafts()))
  if (text === null) return stored
  const typed = JSON.parse(text) as KeptDraft
  return stored && stored.savedAt > typed.savedAt ? stored : typed
}
export function dropDraft(key: string): Promise<void> {
  sessionStorage.removeItem(JUST_TYPED + key)
  return attempt(() => del(key, drafts()))
}
/** The same for a form with several fields. */
export const keepForm = (key: string, form: object) => keepDraft(key, { text: JSON.stringify(form), savedAt: Date.now() })
/** What a form held; a field that it did not have then is as in `empty`. */
export async function readForm<T extends object>(key: string, empty: T): Promise<T | null> {
  const kept = await readDraft(key)
  if (!kept) return null
  try {
    return { ...empty, ...(JSON.parse(kept.text) as Partial<T>) }
  } catch {
    return null
  }
}
/** Which texts are kept. */
export const keptDrafts = () => attempt(() => keys<string>(drafts()))
/** Whoever signs out leaves nothing in this browser: nor do their other tabs, which learn it from whose it is then. */
export function dropAllDrafts(): Promise<void> {
  over = true
  void attempt(() => Promise.resolve(localStorage.setItem(WRITER, NOBODY)))
  forgetJustTyped()
  forgetPlaces()
  return attempt(() => clear(drafts()))
}

const WRITER = 'np-writer'
const NOBODY = ''

/** Whose browser it is now. What another person left here without a name on it (`writer/key`) is not for this one. */
export async function belongTo(writer: string): Promise<void> {
  const before = localStorage.getItem(WRITER)
  localStorage.setItem(WRITER, writer)
  if (before === null || before === writer) return
  forgetJustTyped()
  for (const key of (await keptDrafts()) ?? []) if (!key.includes('/')) await dropDraft(key)
}

/** False when somebody else is known to have come here since, in whichever tab. */
export function belongsTo(writer: string): boolean {
  try {
    return (localStorage.getItem(WRITER) ?? writer) === writer
  } catch {
    return true
  }
}

/** Whoever was here last signed out. A session that ended by itself leaves a browser whose it was. */
export function isNobodys(): boolean {
  try {
    return localStorage.getItem(WRITER) === NOBODY
  } catch {
    return false
  }
}

/**
 * Things in order, to which other tabs add as well: what was sent and has no answer yet, which posts are one's own.
 * A tab tells what it adds and what it takes out, never what the whole list is: it may not know all of it.
 */
export async function addToList<T>(key: string, item: T): Promise<void> {
  if (over) return
  const text = JSON.stringify(item)
  const others = (list: readonly T[]) => list.filter((one) => JSON.stringify(one) !== text)
  await attempt(() => Promise.resolve(keepJustAdded(key, [...others(justAdded<T>(key)), item])))
  await attempt(() => changeStored<T>(key, (stored) => (others(stored).length < stored.length ? stored : [...stored, item])))
  await attempt(() => Promise.resolve(keepJustAdded(key, others(justAdded<T>(key)))))
}
export async function dropFromList<T>(key: string, goes: (item: T) => boolean): Promise<void> {
  const stays = (list: readonly T[]) => list.filter((item) => !goes(item))
  await attempt(() => Promise.resolve(keepJustAdded(key, stays(justAdded<T>(key)))))
  await attempt(() => changeStored<T>(key, stays))
}
export async function readList<T>(key: string): Promise<T[]> {
  const added = justAdded<T>(key)
  const texts = new Set(added.map((item) => JSON.stringify(item)))
  const stored = (await attempt(() => get<T[]>(key, drafts()))) ?? []
  return [...stored.filter((item) => !texts.has(JSON.stringify(item))), ...added]
}

function changeStored<T>(key: string, change: (items: readonly T[]) => readonly T[]): Promise<void> {
  return drafts()('readwrite', async (store) => {
    const stored = await promisifyRequest<T[] | undefined>(store.get(key) as IDBRequest<T[] | undefined>)
    const left = change(stored ?? [])
    await (left.length > 0 ? promisifyRequest(store.put(left, key)) : promisifyRequest(store.delete(key)))
  })
}
function justAdded<T>(key: string): readonly T[] {
  return JSON.parse(justTyped(key) ?? '[]') as T[]
}
function keepJustAdded(key: string, items: readonly unknown[]): void {
  if (items.length > 0) sessionStorage.setItem(JUST_TYPED + key, JSON.stringify(items))
  else sessionStorage.removeItem(JUST_TYPED + key)
}

/** Of two copies the one to go on with; `there` is undefined when the server could not be asked, null when it has none. */
export function newer(here: KeptDraft | undefined, there: KeptDraft | null | undefined): KeptDraft | null {
  if (there === undefined) return here ?? null
  if (!here) return there
  if (here.synced) return there
  if (there && there.text === here.gone) return here
  return there && there.savedAt > here.savedAt ? there : here
}
