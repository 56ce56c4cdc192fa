import { get, remove, tenantPath } from '@/api/client'
import type { FileView } from '@/api/types'
import { type Upload, upload } from '@/api/upload'

/** Where a post will be: in a thread, or as the first of one, in an issue. */
export interface FilePlace {
  in: 'threads' | 'issues'
  id: string
}

const filesOf = (tenant: string, place: FilePlace, ...rest: string[]) => tenantPath(tenant, place.in, place.id, 'files', ...rest)

/** Adds a file for a post, before the post is sent. */
export const sendPostFile = (tenant: string, place: FilePlace, file: File, idempotencyKey: string, onProgress: (part: number) => void): Upload<FileView> =>
  upload<FileView>(filesOf(tenant, place), file, idempotencyKey, onProgress)

/** What one added there and no post has taken yet. */
export const loadWaitingFiles = (tenant: string, place: FilePlace) => get<{ items: FileView[] }>(filesOf(tenant, place)).then((list) => list.items)

/** Also when the page goes at once: what was removed does not come back. */
export const dropWaitingFile = (tenant: string, place: FilePlace, id: string) => remove(filesOf(tenant, place, id), { keepalive: true })

/** Where its bytes are. */
export const fileAddress = (tenant: string, id: string): string => tenantPath(tenant, 'files', id)

export async function loadBytes(tenant: string, id: string): Promise<Blob> {
  const address = fileAddress(tenant, id)
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`)
  return answer.blob()
}
