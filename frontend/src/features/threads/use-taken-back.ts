import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { somethingChanged } from '@/api/client'
import { isProblem, isTransient } from '@/api/problems'
import { realtime } from '@/api/realtime'
import type { WaitingPost } from '@/api/types'
import { useI18n } from '@/i18n'
import { addToList, dropFromList, readList } from '@/lib/drafts'
import { toast } from '@/ui/toast'
import { loadSource } from './api'
import { type Attached, hung } from './attached'
import type { Letter } from './outbox'
import { loadWaiting, waitingQuery } from './waiting-api'

/** What its writer takes back: with the answer of the server it is nowhere else. */
export interface TakenBack extends Pick<Letter, 'body' | 'quotes'> {
  /** Of the post that it is or would become. */
  id: string
  files: readonly Attached[]
  translates?: { id: string; language: string }
}

export const fromWaiting = ({ id, body, files = [], translates }: WaitingPost): TakenBack => ({ id, body, quotes: null, files: files.map(hung), ...(translates ? { translates } : {}) })

type Became = 'mine' | 'waits' | 'stands'

/** Asks the server to let go of it; what became of it, or a fault when it still waits or nobody knows. */
export type Take = (one: TakenBack, ask: () => Promise<unknown>) => Promise<Exclude<Became, 'waits'>>

/**
 * Takes texts back without ever losing one. It is kept in this browser before the server is asked to let go of it, and
 * until its writer has it: after a lost answer or a closed tab the server is asked what became of it. `onBack` gives it
 * to its writer; `asked` when they wait for it now.
 */
export function useTakenBack(tenant: string, thread: string, owner: string, onBack: (one: TakenBack, asked: boolean) => unknown): Take {
  const { t } = useI18n()
  const client = useQueryClient()
  const kept = `${owner}/taken-back-${thread}`
  const told = useRef(onBack)
  told.current = onBack
  const here = useRef(true)
  /** One at a time: while an answer is on its way, nobody asks what became of it. */
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.current.then(work)
    turn.current = next.catch(() => undefined)
    return next
  }, [])
  const forget = useCallback((id: string) => dropFromList<TakenBack>(kept, (one) => one.id === id), [kept])
  const give = useCallback(
    async (one: TakenBack, asked: boolean) => {
      // Of a page that was left it stays kept: whoever opens the conversation again has it then.
      if (!here.current) return addToList(kept, one)
      await told.current(one, asked)
      await forget(one.id)
    },
    [kept, forget],
  )
  const settle = useCallback(
    async (asked: TakenBack | null) => {
      const became = new Map<string, Became>()
      const others = (await readList<TakenBack>(kept)).filter(({ id }) => id !== asked?.id)
      const left = asked ? [asked, ...others] : others
      if (left.length === 0) return became
      // Without an answer nobody noted that something may have changed.
      somethingChanged()
      const waiting = await loadWaiting(tenant, thread)
      client.setQueryData(waitingQuery(tenant, thread).queryKey, waiting)
      for (const one of left) {
        const now = waiting.some(({ id }) => id === one.id) ? 'waits' : await standing(tenant, one.id)
        became.set(one.id, now)
        if (now === 'mine') await give(one, one === asked)
        // What still waits stays kept: the server may yet do what it was asked.
        if (now === 'stands') await forget(one.id)
      }
      return became
    },
    [client, tenant, thread, kept, give, forget],
  )
  useEffect(() => {
    here.current = true
    const look = () =>
      void inTurn(() => settle(null)).then(
        (became) => (here.current && [...became.values()].includes('mine') ? toast(t('look-back-again')) : undefined),
        () => undefined,
      )
    look()
    addEventListener('online', look)
    const stop = realtime().onOpened(look)
    return () => {
      here.current = false
      removeEventListener('online', look)
      stop()
    }
  }, [inTurn, settle, t])

  return useCallback(
    (one, ask) =>
      inTurn(async () => {
        await addToList(kept, one)
        try {
          await ask()
        } catch (error) {
          // That it is not there may be the answer to what a browser asked twice.
          const became = (await settle(one).catch(() => null))?.get(one.id)
          if (became === 'mine' || became === 'stands') return became
          if (became === 'waits' && isProblem(error) && !isTransient(error)) await forget(one.id)
          throw error
        }
        await give(one, true)
        return 'mine' as const
      }),
    [inTurn, kept, forget, settle, give],
  )
}

/** Whether it is a post that stands, for others to read. */
function standing(tenant: string, id: string): Promise<'mine' | 'stands'> {
  return loadSource(tenant, id).then(
    ({ data }) => (data.withdrawn ? 'mine' : 'stands'),
    (error: unknown) => {
      if (isProblem(error, 404)) return 'mine'
      throw error
    },
  )
}
