import { useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { isProblem } from '@/api/problems'
import type { RoomSummary } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Editor } from '@/ui/editor'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { writeSummary } from '../summary-api'

interface Props {
  tenant: string
  thread: string
  summary: RoomSummary
  /** Names what is typed in this browser, where it waits until it is on top. */
  draft: string
  onWritten: (now: RoomSummary) => void
  /** Somebody else was ahead: what stands there now. */
  onStale: () => Promise<RoomSummary>
}

const MOST = 10_000

interface Writing {
  body: string
  /** The version that it goes on from. */
  version: number
}

/** The next version of a summary. What somebody else wrote meanwhile is shown beside it, and neither is lost. */
export function SummaryForm({ tenant, thread, summary, draft, onWritten, onStale }: Props) {
  const { t } = useI18n()
  const { form: writing, write, letGo, arrived } = useKept<Writing>(draft, { body: summary.body, version: summary.version }, summary.version)
  const [theirs, setTheirs] = useState<RoomSummary | null>(null)
  const put = useMutation({
    mutationFn: ({ body, version }: Writing) => writeSummary(tenant, thread, body, version),
    onSuccess: (now, sent) => {
      setTheirs(null)
      arrived(sent, { body: now.body, version: now.version }, { version: now.version })
      toast(t('summary-put-done'))
      onWritten(now)
    },
    onError: async (error) => {
      if (isProblem(error) && error.status === 412) setTheirs(await onStale().catch(() => null))
    },
  })
  const { error } = put
  const faults = isProblem(error) ? error.errors : []
  const wrong = faults.find(({ pointer }) => pointer === '/body')?.detail ?? null
  return (
    <section className="np-stack np-form" aria-labelledby="summary-write">
      <h2 id="summary-write">{t(summary.version === 0 ? 'summary-write-first' : 'summary-write-next')}</h2>
      {theirs ? (
        <Conflict
          differences={[{ name: t('summary-body'), theirs: theirs.body, mine: writing.body }]}
          onMine={() => {
            write({ body: writing.body, version: theirs.version })
            setTheirs(null)
            put.reset()
          }}
          onTheirs={() => {
            letGo({ body: theirs.body, version: theirs.version })
            setTheirs(null)
            put.reset()
          }}
        />
      ) : null}
      <Editor required id="summary-body" label={t('summary-body')} hint={t('summary-body-hint')} value={writing.body} error={wrong} rows={8} limit={MOST} headings render={renderMarkdown} onWrite={(body) => write({ body })} />
      {theirs ? null : <Refused error={error} fields={['/body']} />}
      <div>
        <Button appearance="primary" busy={put.isPending} onClick={() => put.mutate(writing)}>
          {t('summary-put')}
        </Button>
      </div>
    </section>
  )
}
