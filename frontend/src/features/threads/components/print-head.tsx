import { useEffect, useState } from 'react'
import type { Post, Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { fullMoment } from '@/lib/dates'
import { QUOTE_RULE, READERS } from '../words'

/** What paper must say itself: who may read it, what may be done with it, which part it is, and where and when it is from. */
export function PrintHead({ tenant, thread, posts, total }: { tenant: string; thread: Thread; posts: readonly Post[]; total: number }) {
  const { t, locale } = useI18n()
  const [moment, setMoment] = useState(() => new Date().toISOString())
  useEffect(() => {
    const now = () => setMoment(new Date().toISOString())
    addEventListener('beforeprint', now)
    return () => removeEventListener('beforeprint', now)
  }, [])
  const [first, last] = [posts[0]?.seq ?? 0, posts.at(-1)?.seq ?? 0]
  return (
    <div className="np-print-only np-thread-print">
      <p>{thread.issueTitle}</p>
      <p>{t('thread-print-readers', { readers: t(READERS[thread.readers]) })}</p>
      <p>{t('thread-print-quote', { rule: t(QUOTE_RULE[thread.regime]) })}</p>
      {first > 1 || last < total ? <p>{t('thread-print-part', { first, last, total })}</p> : null}
      <p>{t('thread-print-when', { moment: fullMoment(locale, moment), address: location.origin + paths.thread(tenant, thread.id) })}</p>
    </div>
  )
}
