import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useOwner } from '@/api/session'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { keptDrafts } from '@/lib/drafts'
import { draftMarksQuery } from '../api'

interface Room {
  tenant: string
  id: string
  title: string
}

/** The conversations in which a text waits: half written, here or on another device, or sent from here and not yet arrived. */
export function Unfinished({ threads }: { threads: readonly Room[] }) {
  const { t } = useI18n()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    void keptDrafts().then((keys) => setKept(new Set(keys)))
  }, [])
  const owner = useOwner()
  const { data: marks = [] } = useQuery(draftMarksQuery)
  const waits = ({ id }: Room) =>
    ['reply', 'files', 'outbox'].some((kind) => kept.has(`${owner}/${kind}-${id}`)) || marks.some((mark) => mark.key === `reply-${id}`)
  const waiting = threads.filter(waits)
  if (waiting.length === 0) return null
  return (
    <section className="np-stack np-stack--tight np-wide-measure" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">{t('overview-unfinished')}</h2>
      <ul>
        {waiting.map((thread) => (
          <li key={thread.id}>
            <a href={paths.thread(thread.tenant, thread.id)} dir="auto">
              {t('overview-unfinished-in', { thread: thread.title })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
