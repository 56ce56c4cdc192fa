import { get, remove, tenantPath } from '@/api/client'
import type { FileView } from '@/api/types'
import { type Upload, upload } from '@/api/upload'

/** Adds a file for a post in this thread, before the post is sent. */
export const sendPostFile = (tenant: string, thread: string, file: File, idempotencyKey: string, onProgress: (part: number) => void): Upload<FileView> =>
  upload<FileView>(tenantPath(tenant, 'threads', thread, 'files'), file, idempotencyKey, onProgress)

/** What one added in this thread and no post has taken yet. */
export const loadWaitingFiles = (tenant: string, thread: string) => get<{ items: FileView[] }>(tenantPath(tenant, 'threads', thread, 'files')).then((list) => list.items)

export const dropWaitingFile = (tenant: string, thread: string, id: string) => remove(tenantPath(tenant, 'threads', thread, 'files', id))

/** Where its bytes are. */
export const fileAddress = (tenant: string, id: string): string => tenantPath(tenant, 'files', id)

export async function loadBytes(tenant: string, id: string): Promise<Blob> {
  const address = fileAddress(tenant, id)
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`)
  return answer.blob()
}
