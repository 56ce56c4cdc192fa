import { createContext, useContext } from 'react'
import type { Dilemma, Post, PostResponses, ResponseKind, Task, Thread } from '@/api/types'

/** What stands beside the posts of a conversation, and what one may do there. */
export interface Beside {
  tenant: string
  thread: Thread
  responses: ReadonlyMap<string, PostResponses>
  respond: (post: Post, kind: ResponseKind, give: boolean) => void
  pin: (post: Post) => void
  accept: (post: Post) => void
  label: (post: Post) => void
  sort: (post: Post) => void
  /** None where the conversation is no dilemma. */
  dilemma: Dilemma | null
  refreshDilemma: () => void
  /** What is to be done because of each post, by its number. */
  tasks: ReadonlyMap<number, readonly Task[]>
  /** Makes a task of a post; null for who may not. */
  task: ((post: Post) => void) | null
  refreshTasks: () => void
  /** The posts that are to go to another conversation; null when nobody is choosing. */
  picked: ReadonlySet<string> | null
  pick: (post: Post) => void
}

export const BesideContext = createContext<Beside | null>(null)

/** None where posts are shown outside a conversation. */
export const useBeside = () => useContext(BesideContext)
