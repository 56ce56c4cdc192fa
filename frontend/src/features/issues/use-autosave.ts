import { useCallback, useEffect, useRef, useState } from 'react'
import { isProblem, isTransient, Problem } from '@/api/problems'
import type { Issue } from '@/api/types'
import { changeIssue } from './api'
import { type Fields, fieldsOf, formOf, withIds } from './form'

const PAUSE = 1200

export type SaveState = { kind: 'saved'; at: Date | null } | { kind: 'saving' } | { kind: 'waiting' } | { kind: 'refused'; problem: Problem } | { kind: 'conflict'; theirs: Issue }

interface Autosave {
  fields: Fields
  state: SaveState
  edit: (changes: Partial<Fields>) => void
  /** Saves at once; false when that did not succeed. */
  flush: () => Promise<boolean>
  keepMine: () => void
  takeTheirs: () => void
}

/** A form that saves itself a moment after each change, and never overwrites what somebody else wrote without asking. */
export function useAutosave(tenant: string, issue: Issue, reload: () => Promise<Issue>, onSaved: (issue: Issue) => void): Autosave {
  const [fields, setFields] = useState(() => fieldsOf(issue))
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const now = useRef({ fields, version: issue.version, dirty: false, timer: undefined as ReturnType<typeof setTimeout> | undefined, retry: () => undefined as unknown, queue: Promise.resolve(true) })
  now.current.fields = fields

  const save = useCallback(async (): Promise<boolean> => {
    if (!now.current.dirty) return true
    now.current.dirty = false
    setState({ kind: 'saving' })
    try {
      const saved = await changeIssue(tenant, issue.id, formOf(now.current.fields), now.current.version)
      now.current.version = saved.version
      setFields((current) => withIds(current, saved))
      setState({ kind: 'saved', at: new Date() })
      onSaved(saved)
      return true
    } catch (error) {
      now.current.dirty = true
      if (isProblem(error, 412)) setState({ kind: 'conflict', theirs: await reload() })
      else if (isTransient(error)) {
        setState({ kind: 'waiting' })
        now.current.timer = setTimeout(() => now.current.retry(), PAUSE * 4)
      } else if (error instanceof Problem) setState({ kind: 'refused', problem: error })
      return false
    }
  }, [tenant, issue.id, reload, onSaved])

  const queued = useCallback((): Promise<boolean> => {
    clearTimeout(now.current.timer)
    now.current.queue = now.current.queue.then(save)
    return now.current.queue
  }, [save])

  const edit = useCallback(
    (changes: Partial<Fields>) => {
      setFields((current) => ({ ...current, ...changes }))
      now.current.dirty = true
      clearTimeout(now.current.timer)
      now.current.timer = setTimeout(() => void queued(), PAUSE)
    },
    [queued],
  )

  useEffect(() => {
    const held = now.current
    held.retry = queued
    return () => {
      if (held.dirty) void queued()
    }
  }, [queued])

  const keepMine = useCallback(() => {
    if (state.kind !== 'conflict') return
    now.current.version = state.theirs.version
    void queued()
  }, [state, queued])
  const takeTheirs = useCallback(() => {
    if (state.kind !== 'conflict') return
    now.current.version = state.theirs.version
    now.current.dirty = false
    setFields(fieldsOf(state.theirs))
    setState({ kind: 'saved', at: new Date() })
  }, [state])

  return { fields, state, edit, flush: queued, keepMine, takeTheirs }
}
