import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Post, Thread } from '@/api/types'
import { addToList, readList } from '@/lib/drafts'

/** A post without an author, and the key that it was sent with. */
type Own = readonly [post: string, key: string]

const placeOf = (owner: string, thread: string) => `${owner}/own-${thread}`

export const rememberOwn = (owner: string, thread: string, post: string, key: string): Promise<void> => addToList<Own>(placeOf(owner, thread), [post, key])

/** Which posts of this room this browser remembers to be its writer's, with their keys. */
export function useOwnKeys(owner: string, thread: string): ReadonlyMap<string, string> {
  const [own, setOwn] = useState<readonly Own[]>([])
  useEffect(() => {
    void readList<Own>(placeOf(owner, thread)).then(setOwn)
  }, [owner, thread])
  return useMemo(() => new Map(own), [own])
}

export interface OwnPosts {
  isOwn: (post: Post) => boolean
  keyOf: (post: Post) => string | undefined
  /** What was sent with this key has become this post. */
  remember: (post: Post, key: string) => void
}

/**
 * Which posts are one's own. A room without authors does not know: there it is this browser that remembers, until its
 * writer signs out.
 */
export function useOwnPosts(thread: Thread, owner: string): OwnPosts {
  const [own, setOwn] = useState<readonly Own[]>([])
  const isNobodys = thread.regime === 'authorless'
  const kept = placeOf(owner, thread.id)
  const me = thread.me?.person ?? null

  useEffect(() => {
    if (isNobodys) void readList<Own>(kept).then((before) => setOwn((now) => [...before, ...now]))
  }, [isNobodys, kept])

  const remember = useCallback(
    (post: Post, key: string) => {
      if (!isNobodys) return
      setOwn((now) => [...now, [post.id, key]])
      void rememberOwn(owner, thread.id, post.id, key)
    },
    [isNobodys, owner, thread.id],
  )
  return useMemo(() => {
    const keys = new Map(own)
    const isOwn = (post: Post) => (isNobodys ? keys.has(post.id) : me !== null && post.author === me)
    return { isOwn, keyOf: (post: Post) => keys.get(post.id), remember }
  }, [own, isNobodys, me, remember])
}
