import { useCallback } from 'react'
import { type Autosave, useAutosave } from '@/api/use-autosave'
import { placing } from '@/api/problems'
import type { Issue } from '@/api/types'
import { onScreen } from '@/lib/rows'
import { changeIssue } from './api'
import { type Fields, fieldsOf, formOf, withIds } from './form'

/** The text of an issue, which saves itself. */
export function useIssueDraft(tenant: string, issue: Issue, reload: () => Promise<Issue>, onSaved: (issue: Issue) => void): Autosave<Issue, Fields> {
  const save = useCallback((fields: Fields, version: number) => changeIssue(tenant, issue.id, formOf(fields), version).catch(placing((pointer) => onScreen(pointer, 'perspectives', fields.perspectives))), [tenant, issue.id])
  return useAutosave(issue, { key: `issue:${issue.id}`, fieldsOf, save, reload, onSaved, settle: withIds })
}
