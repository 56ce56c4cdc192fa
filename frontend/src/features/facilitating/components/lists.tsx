import { useState } from 'react'
import type { Cockpit } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { NoteDialog, type QuietOne, QuietPerson } from './quiet-person'

/** Questions that wait for an answer, each a link to it. */
export function Questions({ tenant, questions }: { tenant: string; questions: Cockpit['questions'] }) {
  const { t } = useI18n()
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('cockpit-questions-title')}</h2>
      {questions.length === 0 ? (
        <p className="np-soft">{t('cockpit-questions-none')}</p>
      ) : (
        <ul>
          {questions.map(({ thread, title }) => (
            <li key={thread} dir="auto">
              <a href={paths.thread(tenant, thread)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Who was not heard yet; where nobody may know who writes what, that this stays so. */
export function Quiet({ tenant, thread, owner, quiet, onWritten }: { tenant: string; thread: string; owner: string; quiet: NonNullable<Cockpit['quiet']> | null; onWritten: () => void }) {
  const { t } = useI18n()
  const [asked, setAsked] = useState<QuietOne | null>(null)
  if (quiet === null) {
    return (
      <section className="np-stack np-stack--tight" aria-labelledby="quiet-title">
        <h2 id="quiet-title">{t('cockpit-closed-room-title')}</h2>
        <p>{t('cockpit-closed-room-text')}</p>
      </section>
    )
  }
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="quiet-title">
      <h2 id="quiet-title">{t('cockpit-quiet-title')}</h2>
      {quiet.length === 0 ? (
        <p className="np-soft">{t('cockpit-quiet-none')}</p>
      ) : (
        <>
          <p className="np-soft np-measure">{t('cockpit-quiet-hint')}</p>
          <ul>
            {quiet.map((one) => (
              <li key={one.person}>
                <QuietPerson one={one} onAsk={() => setAsked(one)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {asked ? <NoteDialog tenant={tenant} thread={thread} one={asked} draft={`${owner}/note-${thread}-${asked.person}`} onClose={() => setAsked(null)} onWritten={onWritten} /> : null}
    </section>
  )
}

/** Posts in which words of the list stand: the post and the rule, never who wrote it. */
export function FoundWords({ tenant, thread, found }: { tenant: string; thread: string; found: Cockpit['found'] }) {
  const { t } = useI18n()
  return (
    <section className="np-stack np-stack--tight" aria-labelledby="words-title">
      <h2 id="words-title">{t('cockpit-words-title')}</h2>
      {found.length === 0 ? <p className="np-soft">{t('cockpit-words-none')}</p> : <p className="np-soft np-measure">{t('cockpit-words-hint')}</p>}
      {found.length > 0 ? (
        <ul>
          {found.map(({ seq, rule: { phrase, why } }) => (
            <li key={`${String(seq)} ${phrase}`} dir="auto">
              <a href={paths.thread(tenant, thread, seq)}>{t('cockpit-words-post', { number: seq, phrase })}</a> <span>{why}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={paths.wordRules(tenant)}>{t('cockpit-words-list')}</a>
      </p>
    </section>
  )
}
