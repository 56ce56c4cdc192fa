/** Texts that are not yet sent, kept in this browser until they are sent or their writer signs out. */
import { clear, createStore, del, get, keys, set, type UseStore } from 'idb-keyval'

export interface KeptDraft {
  text: string
  savedAt: number
  /** Of a text that was being sent: the key of that attempt. */
  sendKey?: string
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

export const keepDraft = (key: string, draft: KeptDraft) => attempt(() => set(key, draft, drafts()))
export const readDraft = (key: string) => attempt(() => get<KeptDraft>(key, drafts()))
export const dropDraft = (key: string) => attempt(() => del(key, drafts()))
/** Which texts are kept. */
export const keptDrafts = () => attempt(() => keys<string>(drafts()))
export const dropAllDrafts = () => attempt(() => clear(drafts()))
