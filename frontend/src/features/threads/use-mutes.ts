import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mutesQuery } from './mute-api'

/** Whether a post is by somebody of whom the reader reads less. A visitor reads everything. */
export function useMutes(tenant: string, signedIn: boolean): (post: { author?: string | null }) => boolean {
  const { data } = useQuery({ ...mutesQuery, enabled: signedIn })
  return useMemo(() => {
    const muted = new Set(data?.filter((mute) => mute.tenant === tenant).map((mute) => mute.author))
    return (post) => muted.has(post.author ?? '')
  }, [data, tenant])
}
