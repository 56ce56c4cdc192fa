import { useInfiniteQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n'
import { Select } from '@/ui/field'
import { type Part, queueQuery, waitingPostsQuery } from '../api'

interface Props {
  tenant: string
  part: Part
  /** Of the conversation or the issue that is chosen, once it is known. */
  title: string | null
  onChoose: (part: Part) => void
}

const ALL = ''
const ISSUE = 'issue'

/** All of the queue, or what is of one conversation: those in which something waits, and the one that is chosen. */
export function QueueFilter({ tenant, part, title, onChoose }: Props) {
  const { t } = useI18n()
  const reported = useInfiniteQuery(queueQuery(tenant, false, {}))
  const waiting = useInfiniteQuery(waitingPostsQuery(tenant, {}))
  const chosen = 'thread' in part ? part.thread : 'issue' in part ? ISSUE : ALL
  const rooms = new Map<string, string>()
  for (const { thread, threadTitle } of [...(reported.data?.pages ?? []), ...(waiting.data?.pages ?? [])].flatMap(({ items }) => items as { thread?: string | null; threadTitle?: string | null }[])) {
    if (thread && threadTitle) rooms.set(thread, threadTitle)
  }
  // At the end: what stands there already keeps its place.
  if ('thread' in part && !rooms.has(part.thread)) rooms.set(part.thread, title ?? '')
  if (rooms.size === 0 && chosen === ALL) return null
  return (
    <Select label={t('queue-filter')} value={chosen} onChange={(event) => onChoose(event.currentTarget.value === ALL ? {} : { thread: event.currentTarget.value })}>
      <option value={ALL}>{t('queue-filter-all')}</option>
      {'issue' in part ? <option value={ISSUE}>{title ? t('queue-filter-issue', { title }) : t('queue-this-issue')}</option> : null}
      {[...rooms].map(([thread, name]) => (
        <option key={thread} value={thread}>
          {name ? t('queue-filter-room', { title: name }) : t('queue-this-room')}
        </option>
      ))}
    </Select>
  )
}
