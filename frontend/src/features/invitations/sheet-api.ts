import { post, tenantPath } from '@/api/client'
import type { SheetResults } from '@/api/types'

/** A list of people to ask, while it is made. */
export interface SheetWriting {
  sheet: string
  source: string
  text: string
}

export const NEW_SHEET: SheetWriting = { sheet: '', source: '', text: '' }

export const importSheet = (tenant: string, issue: string, writing: SheetWriting, idempotencyKey: string) =>
  post<SheetResults>(tenantPath(tenant, 'issues', issue, 'invitations', '_import'), { body: { ...writing, text: writing.text.trim() || null }, idempotencyKey })

/** A spreadsheet saves text as UTF-8, or as its own country did before. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
