import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { dropServerDraft, loadServerDraft, saveServerDraft } from './api'

const SERVER_EVERY = 5000

export interface Draft {
  text: string
  /** When the text was last safe on the server or in this browser; null when there is nothing to keep. */
  savedAt: Date | null
  write: (text: string) => void
  /** The text is on its way: out of sight, still kept. */
  park: () => void
  /** The text has arrived: nothing is left to keep, unless something new was typed. */
  done: () => void
}

/** A text that survives a closed tab (kept here at each keystroke) and another device (kept there every five seconds). */
export function useDraft(key: string): Draft {
  const [text, setText] = useState('')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const latest = useRef({ text: '', sent: '', touched: false })

  useEffect(() => {
    let wanted = true
    latest.current = { text: '', sent: '', touched: false }
    void newest(key).then((kept) => {
      if (!wanted || !kept || latest.current.touched) return
      latest.current = { text: kept.text, sent: kept.text, touched: false }
      setText(kept.text)
      setSavedAt(new Date(kept.savedAt))
    })
    const timer = setInterval(() => {
      const { text: current, sent, touched } = latest.current
      if (!touched || current === sent) return
      latest.current.sent = current
      const saving = current === '' ? dropServerDraft(key) : saveServerDraft(key, current)
      saving.then(
        () => setSavedAt(current === '' ? null : new Date()),
        () => {
          latest.current.sent = sent
        },
      )
    }, SERVER_EVERY)
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [key])

  const write = useCallback(
    (next: string) => {
      latest.current = { ...latest.current, text: next, touched: true }
      setText(next)
      void (next === '' ? dropDraft(key) : keepDraft(key, { text: next, savedAt: Date.now() }))
    },
    [key],
  )

  const park = useCallback(() => {
    latest.current = { ...latest.current, text: '', touched: false }
    setText('')
    setSavedAt(null)
  }, [])

  const done = useCallback(() => {
    if (latest.current.text !== '') return
    latest.current = { text: '', sent: '', touched: false }
    void dropDraft(key)
    dropServerDraft(key).catch(() => undefined)
  }, [key])

  return { text, savedAt, write, park, done }
}

async function newest(key: string): Promise<{ text: string; savedAt: number } | null> {
  const [here, there] = await Promise.all([readDraft(key), loadServerDraft(key).catch(() => null)])
  const remote = there ? { text: there.body, savedAt: Date.parse(there.updatedAt) } : null
  if (!here || !remote) return here ?? remote
  return here.savedAt >= remote.savedAt ? here : remote
}
