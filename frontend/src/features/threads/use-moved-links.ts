import { useEffect, useRef } from 'react'
import type { Post } from '@/api/types'
import { paths } from '@/app/paths'

/** Whoever comes by an old link goes on to where the post is now. */
export function useMovedLinks(tenant: string, posts: readonly Post[], linked: number | null): void {
  const settled = useRef<number | null>(null)
  useEffect(() => {
    const post = posts.find(({ seq }) => seq === linked)
    if (!post || settled.current === linked) return
    settled.current = linked
    if (post.movedTo) location.replace(paths.thread(tenant, post.movedTo.thread, post.movedTo.seq))
  }, [tenant, posts, linked])
}
