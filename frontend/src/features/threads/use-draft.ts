import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, type KeptDraft, newer, readDraft } from '@/lib/drafts'
import { dropServerDraft, loadDraftMarks, loadServerDraft, saveServerDraft } from './api'

const SERVER_EVERY = 5000

interface Latest {
  text: string
  /** What the server has; null when that is not known. */
  saved: string | null
  touched: boolean
}

export interface Draft {
  text: string
  /** When the text was last safe on the server; null when it is only in this browser, or when there is none. */
  savedAt: Date | null
  write: (text: string) => void
  /** The text is on its way, and kept there. */
  sent: () => void
  /** The text has arrived or is thrown away: nothing is left to keep, unless something new was typed. */
  done: () => void
}

/**
 * A text that survives a closed tab (kept here at each keystroke) and another device (kept there every five seconds).
 * `owner` keeps the people apart who use one browser; empty for who has nothing to write here. What is for a room in
 * which nobody learns who wrote what never leaves this browser before it is sent.
 */
export function useDraft(owner: string, key: string, leaves = true): Draft {
  const [text, setText] = useState('')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const latest = useRef<Latest>({ text: '', saved: null, touched: false })
  const here = `${owner}/${key}`
  const leavesNow = useRef(leaves)
  leavesNow.current = leaves

  useEffect(() => {
    if (owner === '') return
    let wanted = true
    latest.current = { text: '', saved: null, touched: false }
    void newest(here, key, leaves).then(({ kept, saved }) => {
      if (!wanted) return
      latest.current.saved ??= saved
      if (!kept || latest.current.touched) return
      latest.current = { text: kept.text, saved, touched: !kept.synced }
      setText(kept.text)
      setSavedAt(kept.synced ? new Date(kept.savedAt) : null)
    })
    if (!leaves) {
      // What was begun under other rules does not stay there either.
      dropServerDraft(key, false).catch(() => undefined)
      return () => {
        wanted = false
      }
    }
    const save = (keepalive: boolean) => {
      const { text: current, saved, touched } = latest.current
      if (!leavesNow.current || !touched || current === saved) return
      latest.current.saved = current
      const saving = current === '' ? dropServerDraft(key, keepalive) : saveServerDraft(key, current, keepalive)
      saving.then(
        () => {
          if (latest.current.text !== current) return
          setSavedAt(current === '' ? null : new Date())
          if (current !== '') void keepDraft(here, { text: current, savedAt: Date.now(), synced: true })
        },
        () => {
          latest.current.saved = saved
        },
      )
    }
    const timer = setInterval(() => save(false), SERVER_EVERY)
    const leave = () => save(true)
    addEventListener('pagehide', leave)
    return () => {
      wanted = false
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [owner, here, key, leaves])

  const write = useCallback(
    (next: string) => {
      latest.current = { ...latest.current, text: next, touched: true }
      setText(next)
      void (next === '' ? dropDraft(here) : keepDraft(here, { text: next, savedAt: Date.now() }))
    },
    [here],
  )
  const sent = useCallback(() => {
    latest.current = { ...latest.current, text: '', touched: false }
    setText('')
    setSavedAt(null)
    void dropDraft(here)
  }, [here])
  const done = useCallback(() => {
    if (latest.current.text !== '') return
    latest.current = { text: '', saved: '', touched: false }
    void dropDraft(here)
    dropServerDraft(key, false).catch(() => undefined)
  }, [here, key])
  return { text, savedAt, write, sent, done }
}

/** The text to go on with, and what the server has: null when that is not known. */
async function newest(here: string, key: string, leaves: boolean): Promise<{ kept: KeptDraft | null; saved: string | null }> {
  if (!leaves) return { kept: (await readDraft(here)) ?? null, saved: '' }
  const [kept, there] = await Promise.all([readDraft(here), onServer(key)])
  const chosen = newer(kept, there)
  if (kept && !chosen) void dropDraft(here)
  // What the page before this one saved as it went may still be on its way: then nobody knows what is there.
  const unsure = there === undefined || (there === null && kept !== undefined && !kept.synced)
  return { kept: chosen, saved: unsure ? null : (there?.text ?? '') }
}

/** What the server keeps: null when nothing, undefined when it could not be asked. */
async function onServer(key: string): Promise<KeptDraft | null | undefined> {
  try {
    const marks = await loadDraftMarks()
    if (!marks.some((mark) => mark.key === key)) return null
    const { body, updatedAt } = await loadServerDraft(key)
    return { text: body, savedAt: Date.parse(updatedAt), synced: true }
  } catch {
    return undefined
  }
}
