import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { useWritten } from '@/i18n/written'
import { Alert } from '@/ui/alert'

/** What one should see first in a conversation: that it goes on elsewhere, whether the question has an answer, what is on top. */
export function StandsOut({ tenant, thread }: { tenant: string; thread: Thread }) {
  const { t } = useI18n()
  const { answers, follows, kind, mergedInto, pinned } = thread
  return (
    <>
      {mergedInto ? (
        <Alert kind="info">
          {t('thread-merged')} <a href={paths.thread(tenant, mergedInto)}>{t('thread-merged-go')}</a>
        </Alert>
      ) : null}
      {follows ? (
        <p className="np-stands-out">
          {t('thread-follows')}{' '}
          <a dir="auto" href={paths.thread(tenant, follows.thread)}>
            {follows.title}
          </a>
        </p>
      ) : null}
      {kind === 'question' && !mergedInto ? (
        <section className="np-stands-out" aria-labelledby="answers-title">
          <h2 id="answers-title">{t(answers.length > 0 ? 'thread-answered' : 'thread-unanswered')}</h2>
          {answers.length > 0 ? <Lines marked={answers} /> : <p>{t('thread-unanswered-text')}</p>}
        </section>
      ) : null}
      {pinned.length > 0 ? (
        <section className="np-stands-out" aria-labelledby="pinned-title">
          <h2 id="pinned-title">{t('thread-pinned')}</h2>
          <Lines marked={pinned} />
        </section>
      ) : null}
    </>
  )
}

function Lines({ marked }: { marked: Thread['pinned'] }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <ul role="list">
      {marked.map(({ id, seq, name, excerpt }) => (
        <li key={id} dir="auto">
          <a href={`#${String(seq)}`}>{t('thread-marked', { name, number: seq })}</a> <span lang={written(excerpt)}>{excerpt}</span>
        </li>
      ))}
    </ul>
  )
}
