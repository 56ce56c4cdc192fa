import { useEffect, useRef, useState } from 'react'
import { isProblem } from '@/api/problems'
import type { FileView, PostFile } from '@/api/types'
import { type Uploads, useUploads } from '@/api/use-uploads'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { addToList, dropDraft, dropFromList, keepForm, keptDrafts, readForm, readList } from '@/lib/drafts'
import { lateness } from '@/lib/sending'
import { arrived, type Attached, type FileFaults, faultsIn, goOn, hung, isSame, joined, lacksWords, MOST_FILES, NO_FAULTS, notTaken, sortOut } from './attached'
import { dropWaitingFile, type FilePlace, loadBytes, loadWaitingFiles, sendPostFile } from './files-api'
import type { Letter } from './outbox'

type Words = Pick<Attached, 'words' | 'decorative'>
type Change = (files: readonly Attached[]) => readonly Attached[]

export interface Attaching {
  files: readonly Attached[]
  uploads: Uploads
  faults: FileFaults
  /** Whether they are other than what hung there. */
  changed: boolean
  add: (files: readonly File[]) => void
  describe: (id: string, words: Partial<Words>) => void
  remove: (id: string) => void
  /** Whether all is there and said; what is not, is pointed at. */
  ready: () => boolean
  /** They are on their way with what was written: nothing is left to keep here. */
  taken: () => void
  /** Nothing comes of it: what was added goes, what hung there stays. */
  leave: () => void
  putBack: (files: readonly Attached[]) => void
  /** What the server said of them; false when it said nothing. */
  blame: (sent: readonly Attached[], errors: readonly { pointer: string; detail: string }[]) => boolean
  /** The bytes, for sending them anew: with the words of a post that is taken back its files are gone. */
  originals: (files: readonly Attached[]) => Promise<readonly Original[]>
  addAnew: (originals: readonly Original[]) => void
}

interface Original {
  file: File
  words: Words
}

interface Place {
  tenant: string
  /** Where it is written; where a thread is to begin, its issue. */
  thread: string
  first?: boolean
  /** Who writes in this browser; empty where no files are taken. */
  owner: string
  /** Whether one can write there now: what waits is asked for. */
  open?: boolean
  /** The post that is being edited. */
  post?: { id: string; files?: PostFile[] }
}

/** The field with the words of a file. */
export const wordsField = (id: string): string => `words-${id}`

const EDITED = 'edit-files-'
const NONE: readonly Attached[] = []

/** Files beside what is being written: added at once, kept with their words until the text takes them. */
export function useAttached({ tenant, thread, first = false, owner, open = true, post }: Place): Attaching {
  const { t, locale } = useI18n()
  const place: FilePlace = { in: first ? 'issues' : 'threads', id: thread }
  const [hanging] = useState<readonly Attached[]>(() => post?.files?.map(hung) ?? NONE)
  const [files, setFiles] = useState(hanging)
  const [faults, setFaults] = useState(NO_FAULTS)
  const now = useRef(files)
  const touched = useRef(false)
  const bytes = useRef(new Map<string, File>())
  const said = useRef(new WeakMap<File, Words>())
  /** In the order in which they were chosen, whichever arrives first. */
  const turns = useRef(new Map<File | string, number>())
  /** Removed, or on their way with what was written: an answer that is older does not bring them back. */
  const away = useRef(new Set<string>())
  const edits = post !== undefined
  const kept = `${owner}/${post ? `${EDITED}${post.id}` : `files-${thread}`}`

  const put = (next: readonly Attached[]) => {
    now.current = next
    setFiles(next)
  }
  const change = (to: Change) => {
    touched.current = true
    put(to(now.current))
    void (now.current.length === 0 && !edits ? dropDraft(kept) : keepForm(kept, { files: now.current }))
  }
  /** Removed here, and maybe not on the server yet: what is asked when the page goes or without a connection may not arrive. */
  const dropped = useRef(new Set<string>())
  const droppedPlace = `${owner}/dropped-${thread}`
  const isGone = (id: string) => {
    dropped.current.delete(id)
    void dropFromList<string>(droppedPlace, (one) => one === id)
  }
  const drop = (id: string) => {
    dropped.current.add(id)
    void addToList(droppedPlace, id)
    dropWaitingFile(tenant, place, id).then(() => isGone(id), (error: unknown) => (isProblem(error, 404) ? isGone(id) : undefined))
  }
  const load = async () => {
    dropped.current = new Set(await readList<string>(droppedPlace))
    if (edits) return editedFiles(tenant, place, kept, hanging)
    return waitingFiles(tenant, place, owner, kept, open, (there) => {
      const left = new Set(there.map(({ id }) => id).filter((id) => dropped.current.has(id)))
      for (const id of [...dropped.current]) if (left.has(id)) drop(id)
      else isGone(id)
      return there.filter(({ id }) => !left.has(id))
    })
  }
  const latest = useRef({ load, put, change })
  latest.current = { load, put, change }
  useEffect(() => {
    touched.current = false
    if (owner === '') return latest.current.put(NONE)
    let wanted = true
    void latest.current.load().then((found) => {
      if (!wanted) return
      if (!touched.current) latest.current.put(found)
      // Something arrived while this was asked for.
      else if (!edits) latest.current.change((files) => joined(files, found.filter((file) => !away.current.has(file.id))))
    })
    return () => {
      wanted = false
    }
  }, [owner, kept, open, edits])

  const uploads = useUploads(
    (file, key, onProgress) => {
      announce(t('file-sending', { name: file.name }))
      const { done, cancel } = sendPostFile(tenant, place, file, key, onProgress)
      const kept = done.then((one) => {
        bytes.current.set(one.id, file)
        return one
      })
      return { done: kept, cancel }
    },
    (one) => {
      const file = bytes.current.get(one.id)
      const turn = (file && turns.current.get(file)) ?? 0
      turns.current.set(one.id, turn)
      const isLater = ({ id }: Attached) => (turns.current.get(id) ?? 0) > turn
      change((files) => joined([...files.filter((file) => !isLater(file)), { ...arrived(one), ...(file && said.current.get(file)) }], files.filter(isLater)))
    },
  )
  const add = (chosen: readonly File[]) => {
    const sorted = sortOut(chosen, Math.max(MOST_FILES - now.current.length - uploads.sending.length, 0))
    const all = notTaken(t, locale, sorted)
    setFaults((faults) => ({ ...faults, all }))
    if (all) announce(all)
    for (const file of sorted.taken) turns.current.set(file, turns.current.size + 1)
    uploads.add(sorted.taken)
  }
  const describe = (id: string, words: Partial<Words>) => {
    change((files) => files.map((file) => (file.id === id ? { ...file, ...words } : file)))
    setFaults(({ all, of }) => ({ all, of: new Map([...of].filter(([faulty]) => faulty !== id)) }))
  }
  const isNew = (id: string) => hanging.every((file) => file.id !== id)
  const letGo = (ids: readonly string[]) => ids.filter(isNew).forEach(drop)
  const remove = (id: string) => {
    away.current.add(id)
    letGo([id])
    change((files) => files.filter((file) => file.id !== id))
    setFaults(({ of }) => ({ all: null, of }))
  }
  const ready = () => {
    const late = whatIsLate(uploads)
    if (late) {
      announce(t(late))
      return false
    }
    const of = new Map(now.current.flatMap((file) => (file.gone || lacksWords(file) ? [[file.id, t(file.gone ? 'attached-gone' : 'file-alt-missing')] as const] : [])))
    setFaults({ all: null, of })
    goTo(of)
    return of.size === 0
  }
  const taken = () => {
    for (const { id } of now.current) away.current.add(id)
    put(NONE)
    setFaults(NO_FAULTS)
    void dropDraft(kept)
  }
  const leave = () => {
    letGo(now.current.map((file) => file.id))
    void dropDraft(kept)
  }
  const blame = (sent: readonly Attached[], errors: readonly { pointer: string; detail: string }[]) => {
    const found = faultsIn(sent, errors)
    if (!found) return false
    setFaults(found)
    if (found.all) announce(found.all)
    goTo(found.of)
    // Which of them is gone, the server tells when it is asked what waits.
    void load().then((there) => {
      const gone = new Set(there.filter((file) => file.gone).map((file) => file.id))
      if (gone.size > 0) change((files) => files.map((file) => ({ ...file, gone: gone.has(file.id) })))
    })
    return true
  }
  const originals = (files: readonly Attached[]) =>
    Promise.all(
      files.map(async ({ id, name, mediaType, words, decorative }) => ({
        file: bytes.current.get(id) ?? new File([await loadBytes(tenant, id)], name, { type: mediaType }),
        words: { words, decorative },
      })),
    )
  const addAnew = (originals: readonly Original[]) => {
    for (const { file, words } of originals) said.current.set(file, words)
    add(originals.map(({ file }) => file))
  }
  const changed = !isSame(files, hanging)
  return { files, uploads, faults, changed, add, describe, remove, ready, taken, leave, putBack: (back) => change((files) => joined(back, files)), blame, originals, addAnew }
}

/** To the first that has a fault, when that stands there. */
function goTo(faults: FileFaults['of']): void {
  const [first] = faults.keys()
  if (first !== undefined) requestAnimationFrame(() => document.getElementById(wordsField(first))?.focus())
}

const LATE = { failed: 'attached-failed', wait: 'attached-wait' } as const

/** Why what was written has to wait for its files. */
export function whatIsLate({ sending }: Uploads): 'attached-failed' | 'attached-wait' | null {
  const late = lateness(sending)
  return late && LATE[late]
}

const keptIn = async (place: string) => (await readForm<{ files: Attached[] }>(place, { files: [] }))?.files
const waitingThere = (tenant: string, place: FilePlace) => loadWaitingFiles(tenant, place).catch(() => null)

/** What waits for the next post. */
async function waitingFiles(tenant: string, place: FilePlace, owner: string, kept: string, open: boolean, without: (there: FileView[]) => FileView[]): Promise<Attached[]> {
  // Asked in this order: what is sent meanwhile is in neither.
  const here = (await keptIn(kept)) ?? []
  const elsewhere = await takenElsewhere(owner, place.id)
  const there = open ? await waitingThere(tenant, place) : null
  return goOn(here, there && without(there), elsewhere)
}

/** What is on its way with a post, or was added to one that is being edited. */
async function takenElsewhere(owner: string, thread: string): Promise<ReadonlySet<string>> {
  const letters = await readList<Partial<Letter>>(`${owner}/outbox-${thread}`)
  const places = ((await keptDrafts()) ?? []).filter((key) => key.startsWith(`${owner}/${EDITED}`))
  const edited = await Promise.all(places.map(keptIn))
  return new Set([...letters.map((letter) => letter.files), ...edited].flatMap((files) => files ?? []).map((file) => file.id))
}

/** What is to hang on the post that is being edited. */
async function editedFiles(tenant: string, place: FilePlace, kept: string, hanging: readonly Attached[]): Promise<readonly Attached[]> {
  const here = await keptIn(kept)
  if (!here) return hanging
  const there = await waitingThere(tenant, place)
  const ids = new Set(here.map((file) => file.id))
  return goOn(here, there && [...hanging, ...there].filter((file) => ids.has(file.id)), new Set())
}
