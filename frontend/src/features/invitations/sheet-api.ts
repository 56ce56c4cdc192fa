import { post, tenantPath } from '@/api/client'
import type { SheetResults } from '@/api/types'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'

/** A list of people to ask, while it is made. */
export interface SheetWriting {
  sheet: string
  source: string
  text: string
}

export const NEW_SHEET: SheetWriting = { sheet: '', source: '', text: '' }

export const importSheet = (tenant: string, issue: string, writing: SheetWriting, idempotencyKey: string) =>
  post<SheetResults>(tenantPath(tenant, 'issues', issue, 'invitations', '_import'), { body: { ...writing, text: writing.text.trim() || null }, idempotencyKey })

/** It waits in this browser until it is sent. */
export const keepSheet = (draft: string, writing: SheetWriting) => keepDraft(draft, { text: JSON.stringify(writing), savedAt: Date.now() })
export const dropSheet = dropDraft
export const readSheet = async (draft: string): Promise<SheetWriting | null> => {
  const kept = await readDraft(draft)
  return kept ? { ...NEW_SHEET, ...(JSON.parse(kept.text) as Partial<SheetWriting>) } : null
}

/** A spreadsheet saves text as UTF-8, or as its own country did before. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
