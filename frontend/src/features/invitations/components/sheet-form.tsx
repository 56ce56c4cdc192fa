import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@/api/client'
import { Problem } from '@/api/problems'
import type { SheetResults } from '@/api/types'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { importSheet, NEW_SHEET, textOf } from '../sheet-api'

interface Props {
  tenant: string
  issue: string
  /** Names what is typed in this browser, where it waits until it is sent. */
  draft: string
  onClose: () => void
  onSent: (results: SheetResults) => void
}

/** A file or pasted lines, where they come from, and what is said to everybody on it. */
export function SheetForm({ tenant, issue, draft, onClose, onSent }: Props) {
  const { t } = useI18n()
  const { form: writing, write: keep, arrived } = useKept(draft, NEW_SHEET)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const key = useRef(newIdempotencyKey())
  const write = (change: Partial<typeof NEW_SHEET>) => {
    key.current = newIdempotencyKey()
    keep(change)
  }
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      const results = await importSheet(tenant, issue, writing, key.current)
      arrived(writing, NEW_SHEET)
      onSent(results)
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  const wrong = (pointer: string) => (fault instanceof Problem ? fault.errors.find((error) => error.pointer === pointer)?.detail : undefined)
  return (
    <Dialog
      wide
      title={t('sheet-title')}
      text={<p>{t('sheet-lead')}</p>}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={busy} onClick={() => void send()}>
          {t('sheet-send')}
        </Button>
      }
    >
      <Refused error={fault} fields={['/sheet', '/source', '/text']} />
      <TextField
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={t('sheet-file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) void textOf(file).then((sheet) => write({ sheet }))
        }}
      />
      <TextArea label={t('sheet-lines')} hint={t('sheet-lines-hint')} error={wrong('/sheet')} rows={6} spellCheck={false} autoComplete="off" value={writing.sheet} onInput={(event) => write({ sheet: event.currentTarget.value })} />
      <TextField required label={t('sheet-origin')} hint={t('sheet-origin-hint')} error={wrong('/source')} maxLength={160} value={writing.source} onInput={(event) => write({ source: event.currentTarget.value })} />
      <TextArea optional label={t('invite-text')} hint={t('sheet-text-hint')} error={wrong('/text')} rows={4} maxLength={2000} value={writing.text} onInput={(event) => write({ text: event.currentTarget.value })} />
    </Dialog>
  )
}
