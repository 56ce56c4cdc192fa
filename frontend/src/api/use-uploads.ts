import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import type { Sending } from '@/lib/sending'
import { newIdempotencyKey } from './client'
import { isTransient, Problem } from './problems'
import type { Upload } from './upload'

export interface Uploads {
  sending: readonly Sending[]
  add: (files: readonly File[]) => void
  again: (one: Sending) => void
  forget: (key: string) => void
}

/** Files on their way; what arrived is `onKept`'s, what did not stays with its fault. */
export function useUploads<T extends { id: string; name: string }>(send: (file: File, key: string, onProgress: (part: number) => void) => Upload<T>, onKept: (kept: T) => void): Uploads {
  const { t } = useI18n()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const running = useRef(new Map<string, () => void>())
  const change = (key: string, changes: Partial<Sending>) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const forget = (key: string) => {
    running.current.get(key)?.()
    running.current.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
  }
  // A page that goes away takes its uploads along; what arrived has been saved.
  useEffect(() => {
    const cancels = running.current
    return () => {
      const left = [...cancels.values()]
      // What is stopped by going away did not fail: nobody hears of it.
      cancels.clear()
      for (const cancel of left) cancel()
    }
  }, [])

  const start = async ({ key, file }: Sending) => {
    change(key, { part: 0, fault: null })
    const { done, cancel } = send(file, key, (part) => change(key, { part }))
    running.current.set(key, cancel)
    try {
      const kept = await done
      running.current.delete(key)
      onKept(kept)
      forget(key)
      announce(t('file-added', { name: kept.name }))
    } catch (error) {
      if (!running.current.delete(key)) return
      const fault = error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) || t('act-failed') : t('file-no-answer')
      change(key, { fault, mayPass: !(error instanceof Problem) || isTransient(error) })
      announce(`${file.name}: ${fault}`)
    }
  }
  const add = (files: readonly File[]) => {
    const added = files.map((file): Sending => ({ key: newIdempotencyKey(), file, part: 0, fault: null, mayPass: false }))
    setSending((all) => [...all, ...added])
    for (const one of added) void start(one)
  }
  return { sending, add, again: (one) => void start(one), forget }
}
