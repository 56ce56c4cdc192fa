import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { merge, same } from '@/lib/merge'
import { isProblem, isTransient, Problem } from './problems'
import { useOwner } from './session'

const PAUSE = 1200

type SaveState<View> = { kind: 'saved'; at: Date | null; isMerged?: boolean } | { kind: 'saving' } | { kind: 'waiting'; isAsked?: boolean } | { kind: 'ended' } | { kind: 'refused'; problem: Problem } | { kind: 'conflict'; theirs: View }

/** How a text goes between the page and the server. Keep its functions stable: they are part of effects. */
export interface Saving<View extends { version: number }, Fields> {
  /** Names the text among those of its writer in this browser, where it waits for as long as the server does not have it. */
  key: string
  fieldsOf: (view: View) => Fields
  save: (fields: Fields, version: number) => Promise<View>
  reload: () => Promise<View>
  onSaved: (view: View) => void
  /** Takes over what only the server knows, such as the ids of new rows. */
  settle?: (fields: Fields, saved: View) => Fields
}

export interface Autosave<View, Fields> {
  fields: Fields
  /** What these fields go on from. A view that was fetched since may be newer: whoever hands this text on names this one. */
  version: number
  state: SaveState<View>
  /** A function sees the newest fields: for what arrives later, such as a file. */
  edit: (changes: Partial<Fields> | ((now: Fields) => Partial<Fields>)) => void
  /** Saves at once; false when that did not succeed. */
  flush: () => Promise<boolean>
  keepMine: () => void
  takeTheirs: () => void
  /** Somebody else was ahead: what they changed is taken in, and of what both changed both texts are shown. */
  collide: () => Promise<void>
}

/**
 * A form that saves itself a moment after each change, and never overwrites what somebody else wrote without asking.
 * What only one of two people changed is as they made it; only about what both changed somebody is asked.
 * What the server does not have yet is kept in this browser: a closed tab or an ended session loses nothing.
 */
export function useAutosave<View extends { version: number }, Fields extends object>(view: View, given: Saving<View, Fields>): Autosave<View, Fields> {
  const saving = { ...given, key: `${useOwner()}/${given.key}` }
  const [fields, setFields] = useState(() => saving.fieldsOf(view))
  const [state, setState] = useState<SaveState<View>>({ kind: 'saved', at: null })
  const now = useRef({ fields, version: view.version, base: fields as Partial<Fields>, isMerged: false, dirty: false, isAsked: false, unanswered: [] as Fields[], gone: false, timer: undefined as ReturnType<typeof setTimeout> | undefined, queue: Promise.resolve(true), saving })
  now.current.fields = fields
  now.current.saving = saving

  const failed = useCallback((error: unknown) => {
    now.current.dirty = true
    if (isTransient(error)) {
      setState({ kind: 'waiting', isAsked: now.current.isAsked })
      // Of a page that was left the text waits in this browser: whoever opens it again sends it.
      if (!now.current.gone) now.current.timer = setTimeout(() => void queued.current(), PAUSE * 4)
    } else if (isProblem(error, 401)) setState({ kind: 'ended' })
    else if (error instanceof Problem) setState({ kind: 'refused', problem: error })
  }, [])

  const collide = useCallback(async () => {
    try {
      const theirs = await now.current.saving.reload()
      const { saving: how, unanswered, base, fields: mine } = now.current
      const other = how.fieldsOf(theirs)
      // The one who was ahead is oneself: only the answer was lost.
      const isOwn = unanswered.some((sent) => isWritten(sent, theirs, how))
      const settle = (one: Fields) => (how.settle ? how.settle(one, theirs) : one)
      // What it goes on from learns the same: else a row that they took away seems to be changed here too.
      const ground = Object.fromEntries(Object.entries(settle({ ...mine, ...base })).filter(([name]) => name in base)) as Partial<Fields>
      const merged = isOwn ? { fields: mine, base: other, asks: false } : merge(ground, settle(mine), other)
      now.current.base = merged.base
      now.current.fields = merged.fields
      setFields(merged.fields)
      if (merged.asks) return setState({ kind: 'conflict', theirs })
      now.current.unanswered = []
      now.current.version = theirs.version
      now.current.isMerged = !isOwn
      if (now.current.dirty) void queued.current()
      else {
        setState({ kind: 'saved', at: new Date(), isMerged: !isOwn })
        how.onSaved(theirs)
      }
    } catch (error) {
      failed(error)
    }
  }, [failed])

  const save = useCallback(async (): Promise<boolean> => {
    const { saving: how, fields: sent } = now.current
    if (!now.current.dirty) return true
    now.current.dirty = false
    setState({ kind: 'saving' })
    try {
      const saved = await how.save(sent, now.current.version)
      now.current.unanswered = []
      now.current.version = saved.version
      now.current.base = how.fieldsOf(saved)
      const { settle } = how
      if (settle) setFields((current) => settle(current, saved))
      if (!now.current.dirty) void dropDraft(how.key)
      setState({ kind: 'saved', at: new Date(), isMerged: now.current.isMerged })
      how.onSaved(saved)
      return true
    } catch (error) {
      now.current.dirty = true
      if (isProblem(error, 412)) await collide()
      else {
        if (isTransient(error)) now.current.unanswered.push(sent)
        failed(error)
      }
      return false
    }
  }, [collide, failed])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(now.current.timer)
    now.current.queue = now.current.queue.then(save)
    return now.current.queue
  }, [save])
  const queued = useRef(flush)
  queued.current = flush
  /** For who presses a button: they are told each time that it did not succeed. */
  const ask = useCallback((): Promise<boolean> => {
    now.current.isAsked = true
    return flush().finally(() => (now.current.isAsked = false))
  }, [flush])

  const change = useCallback((next: Fields) => {
    now.current.fields = next
    now.current.dirty = true
    now.current.isMerged = false
    setFields(next)
    const { version, base } = now.current
    void keepDraft(now.current.saving.key, { text: JSON.stringify({ version, base, fields: next }), savedAt: Date.now() })
    clearTimeout(now.current.timer)
    now.current.timer = setTimeout(() => void queued.current(), PAUSE)
  }, [])
  const edit = useCallback(
    (changes: Partial<Fields> | ((now: Fields) => Partial<Fields>)) => {
      const { fields: newest } = now.current
      change({ ...newest, ...(typeof changes === 'function' ? changes(newest) : changes) })
    },
    [change],
  )

  useEffect(() => {
    const held = now.current
    held.gone = false
    void readDraft(held.saving.key).then((kept) => {
      if (!kept || held.gone || now.current.dirty) return
      const mine = JSON.parse(kept.text) as { version: number; base?: Partial<Fields>; fields: Fields }
      // Somebody may have saved since: then the server says so, and both texts are merged.
      now.current.version = mine.version
      now.current.base = mine.base ?? {}
      now.current.unanswered.push({ ...now.current.fields, ...mine.fields })
      // An earlier version of the page may have kept it, without the fields that are new.
      change({ ...now.current.fields, ...mine.fields })
    })
    return () => {
      held.gone = true
      clearTimeout(held.timer)
      if (held.dirty) void queued.current()
    }
  }, [change])

  const keepMine = useCallback(() => {
    if (state.kind !== 'conflict') return
    now.current.version = state.theirs.version
    now.current.base = now.current.saving.fieldsOf(state.theirs)
    now.current.dirty = true
    void flush()
  }, [state, flush])
  const takeTheirs = useCallback(() => {
    if (state.kind !== 'conflict') return
    const { saving: how, base, fields: mine } = now.current
    const other = how.fieldsOf(state.theirs)
    const { fields: next } = merge(base, mine, other, 'theirs')
    clearTimeout(now.current.timer)
    now.current.version = state.theirs.version
    now.current.base = other
    change(next)
    // What only oneself changed is still to be saved.
    if (!same(next, other)) return void flush()
    clearTimeout(now.current.timer)
    now.current.dirty = false
    void dropDraft(how.key)
    setState({ kind: 'saved', at: new Date() })
    how.onSaved(state.theirs)
  }, [state, change, flush])

  return { fields, version: now.current.version, state, edit, flush: ask, keepMine, takeTheirs, collide }
}

/** Whether this is what was sent: the server takes away what is around a text, and rows in which nothing stands. */
function isWritten<View extends { version: number }, Fields>(sent: Fields, view: View, { fieldsOf, settle }: Saving<View, Fields>): boolean {
  const plain = (fields: Fields) =>
    JSON.stringify(fields, (name, value: unknown) => {
      if (name === 'key') return undefined
      if (typeof value === 'string') return value.trim()
      return Array.isArray(value) ? value.filter((one: { id?: unknown } | null) => one?.id !== null) : value
    })
  const known = settle ? settle(sent, view) : sent
  // A row that was sent and is there no more was taken away by somebody else.
  return idsOf(sent).every((id) => idsOf(known).includes(id)) && plain(known) === plain(fieldsOf(view))
}
const idsOf = (fields: unknown): string[] => [...JSON.stringify(fields).matchAll(/"id":"([^"]*)"/g)].map(([, id = '']) => id)
