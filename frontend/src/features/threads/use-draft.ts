import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, type KeptDraft, newer, readDraft } from '@/lib/drafts'
import { dropServerDraft, loadDraftMarks, loadServerDraft, saveServerDraft } from './api'

const SERVER_EVERY = 5000

interface Latest {
  text: string
  /** What the server has; null when that is not known. */
  saved: string | null
  touched: boolean
  /** Somebody wrote or sent here since the page looked for it. */
  typed: boolean
  /** What the server had of it is known, as far as it can be: before that nothing is put over it. */
  asked: boolean
  /** There was a text to see here: an empty field was emptied by somebody who knew what was in it. */
  seen: boolean
  /** When it was last kept in this browser. */
  at: number
}

const NOTHING: Latest = { text: '', saved: null, touched: false, typed: false, asked: false, seen: false, at: 0 }

export interface Draft {
  text: string
  /** When the text was last safe on the server; null when it is only in this browser, or when there is none. */
  savedAt: Date | null
  /** The last attempt to keep it on the server failed. */
  isLate: boolean
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
  const [isLate, setLate] = useState(false)
  const latest = useRef<Latest>({ ...NOTHING })
  const here = `${owner}/${key}`
  /** Of what is being saved: the answers of two would come in any order. */
  const onItsWay = useRef<Promise<void> | null>(null)
  const leavesNow = useRef(leaves)
  leavesNow.current = leaves

  useEffect(() => {
    if (owner === '') return
    let wanted = true
    latest.current = { ...NOTHING }
    const show = (kept: KeptDraft | null, saved: string | null) => {
      const text = kept?.text ?? ''
      latest.current = { ...latest.current, text, saved, touched: text !== '' && !kept?.synced, seen: text !== '', at: kept?.savedAt ?? 0 }
      setText(text)
      setLate(false)
      setSavedAt(text !== '' && kept?.synced ? new Date(kept.savedAt) : null)
    }
    /** What is found after the first letters were typed stands before them. */
    const before = (text: string) => {
      const now = latest.current
      if (text === '' || text === now.saved || now.text.startsWith(text)) return
      now.text = now.text === '' ? text : `${text}\n\n${now.text}`
      now.at = Date.now()
      setText(now.text)
      void keepDraft(here, { text: now.text, savedAt: now.at })
    }
    const find = async () => {
      // What is kept here takes no time; the server may take long, and nobody may type over what comes late.
      const kept = await readDraft(here)
      if (!wanted) return
      // The server lets go of it: that it has none is no sign that the text was sent.
      if (!leaves && kept?.synced) void keepDraft(here, { text: kept.text, savedAt: kept.savedAt })
      if (latest.current.typed) before(kept?.text ?? '')
      else show(kept ?? null, null)
      const there = leaves ? await onServer(key) : null
      // In another tab somebody may have gone on with it since. What was sent may have arrived: then nothing says here any more what of it the server had.
      const last = leaves ? ((await readDraft(here)) ?? (kept?.gone === undefined ? undefined : kept)) : kept
      if (!wanted) return
      const { chosen, saved } = newest(latest.current.typed ? kept : last, there, leaves)
      latest.current.asked = true
      if (latest.current.typed) {
        if (chosen && chosen.text !== kept?.text) before(chosen.text)
        latest.current.saved ??= saved
        return
      }
      show(chosen, saved)
      if (chosen !== (last ?? null)) void (chosen ? keepDraft(here, chosen) : dropDraft(here))
    }
    /** Somebody may have gone on with it in another tab, which saves it too. */
    const look = () =>
      void readDraft(here).then((kept) => {
        if (wanted && kept && kept.savedAt > latest.current.at) show(kept, null)
      })
    addEventListener('focus', look)
    void find()
    const stop = () => {
      wanted = false
      removeEventListener('focus', look)
    }
    if (!leaves) {
      // What was begun under other rules does not stay there either.
      dropServerDraft(key, false).catch(() => undefined)
      return stop
    }
    const save = (keepalive: boolean) => {
      const { text: current, saved, touched, asked, seen } = latest.current
      const thrownAway = keepalive && current === '' && seen
      if (!leavesNow.current || !(asked || thrownAway) || !touched || current === saved) return
      if (onItsWay.current && !keepalive) return
      latest.current.saved = current
      const saving = current === '' ? dropServerDraft(key, keepalive) : saveServerDraft(key, current, keepalive)
      const settled = saving.then(
        () => {
          setLate(false)
          if (latest.current.text !== current || !leavesNow.current) return
          setSavedAt(current === '' ? null : new Date())
          latest.current.at = Date.now()
          if (current !== '') void keepDraft(here, { text: current, savedAt: latest.current.at, synced: true })
        },
        () => {
          latest.current.saved = saved
          setLate(current !== '')
        },
      )
      onItsWay.current = settled
      void settled.then(() => {
        if (onItsWay.current === settled) onItsWay.current = null
      })
    }
    const timer = setInterval(() => save(false), SERVER_EVERY)
    const leave = () => save(true)
    addEventListener('pagehide', leave)
    return () => {
      stop()
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [owner, here, key, leaves])

  const write = useCallback(
    (next: string) => {
      const at = Date.now()
      // Another tab may have saved it there meanwhile: what is thrown away here goes there too.
      const saved = next === '' ? null : latest.current.saved
      latest.current = { ...latest.current, text: next, saved, touched: true, typed: true, at }
      setText(next)
      void (next === '' ? dropDraft(here) : keepDraft(here, { text: next, savedAt: at }))
    },
    [here],
  )
  const sent = useCallback(() => {
    const at = Date.now()
    latest.current = { ...latest.current, text: '', touched: false, typed: true, at }
    setText('')
    setSavedAt(null)
    setLate(false)
    // That it is empty is kept as well: what the server still has of it does not come back.
    void keepDraft(here, { text: '', savedAt: at, gone: latest.current.saved ?? '' })
  }, [here])
  const done = useCallback(() => {
    if (latest.current.text !== '') return
    latest.current = { ...latest.current, text: '', saved: '', touched: false, typed: true }
    void dropDraft(here)
    // After what is being saved, and also when the page goes: what was sent does not come back.
    const drop = () => void dropServerDraft(key, true).catch(() => undefined)
    if (onItsWay.current) void onItsWay.current.then(drop)
    else drop()
  }, [here, key])
  return { text, savedAt, isLate, write, sent, done }
}

/** The text to go on with, and what the server has: null when that is not known. */
function newest(kept: KeptDraft | undefined, there: KeptDraft | null | undefined, leaves: boolean): { chosen: KeptDraft | null; saved: string | null } {
  if (!leaves) return { chosen: kept ?? null, saved: '' }
  const chosen = newer(kept, there)
  // What the page before this one saved as it went may still be on its way: then nobody knows what is there.
  const unsure = there === undefined || (there === null && kept !== undefined && !kept.synced)
  return { chosen, saved: unsure ? null : (there?.text ?? '') }
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
